/** Places of trade as UN/LOCODE names them. */
package nl.bovenstrooms.contracts.place;
