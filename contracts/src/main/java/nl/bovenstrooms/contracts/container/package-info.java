/** Container numbers and size/type codes of ISO 6346. */
package nl.bovenstrooms.contracts.container;
