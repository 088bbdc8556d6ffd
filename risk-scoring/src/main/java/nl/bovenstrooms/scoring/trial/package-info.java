/** Trying a rule book out before it counts: by its own examples, on manifests, on simulated stories. */
@NullMarked
package nl.bovenstrooms.scoring.trial;

import org.jspecify.annotations.NullMarked;
