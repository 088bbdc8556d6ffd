/** What became of a scan, as far as its source may know. */
package nl.bovenstrooms.ingest.outcome;
