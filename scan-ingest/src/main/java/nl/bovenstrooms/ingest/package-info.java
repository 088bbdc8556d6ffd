/** Takes scans in from foreign customs systems and tells them what became of a scan. */
package nl.bovenstrooms.ingest;
