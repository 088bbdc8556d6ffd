/** A source country's customs system, as scan-ingest meets it: sends scans, keeps receipts, asks for outcomes. */
@NullMarked
package nl.bovenstrooms.local.customs;

import org.jspecify.annotations.NullMarked;
