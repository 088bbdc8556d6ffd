/** A scanner in software: scans of containers with manifests and with what is true of them. */
@NullMarked
package nl.bovenstrooms.simulator;

import org.jspecify.annotations.NullMarked;
