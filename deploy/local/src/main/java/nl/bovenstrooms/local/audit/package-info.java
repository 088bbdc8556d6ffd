/** Looks into the local data, whether the suite runs or not: the audit chain, every score, what other rules would have made of it, and what became of it. */
@NullMarked
package nl.bovenstrooms.local.audit;

import org.jspecify.annotations.NullMarked;
