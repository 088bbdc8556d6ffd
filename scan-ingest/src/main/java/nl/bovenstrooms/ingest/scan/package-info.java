/** Taking a scan in: what the source sends, what is refused, what is stored, and the receipt. */
package nl.bovenstrooms.ingest.scan;
