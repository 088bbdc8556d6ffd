/** Never lose, never double: events leave with the transaction that caused them, and are taken in once. */
package nl.bovenstrooms.outbox;
