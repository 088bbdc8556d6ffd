/** Verifies the audit chain of the local data, whether the suite runs or not. */
@NullMarked
package nl.bovenstrooms.local.audit;

import org.jspecify.annotations.NullMarked;
