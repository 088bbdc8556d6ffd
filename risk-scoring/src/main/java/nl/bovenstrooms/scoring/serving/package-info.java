/** Which image model looks at the scans: changed while the service runs, and compared with the one that may follow. */
@NullMarked
package nl.bovenstrooms.scoring.serving;

import org.jspecify.annotations.NullMarked;
