/** Proves what the local data says, whether the suite runs or not: the audit chain, and every score. */
@NullMarked
package nl.bovenstrooms.local.audit;

import org.jspecify.annotations.NullMarked;
