/** Who ships what to where: manifests that are true to the load, lies, lots and pairs. */
@NullMarked
package nl.bovenstrooms.simulator.story;

import org.jspecify.annotations.NullMarked;
