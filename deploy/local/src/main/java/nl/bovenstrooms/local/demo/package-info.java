/** Plays the customs systems of the source countries: uploads a stream of simulated scans. */
@NullMarked
package nl.bovenstrooms.local.demo;

import org.jspecify.annotations.NullMarked;
