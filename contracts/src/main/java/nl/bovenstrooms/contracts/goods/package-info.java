/** Codes of the goods declared. */
package nl.bovenstrooms.contracts.goods;
