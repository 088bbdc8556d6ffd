package nl.bovenstrooms.scoring.scan;

import nl.bovenstrooms.scoring.scan.Look.Spot;
import org.jspecify.annotations.Nullable;

/**
 * A container of a scan.
 *
 * @param number as declared; null when the picture shows one more than was declared
 * @param spot where it stands; null when no picture shows it
 */
record ScannedContainer(@Nullable String number, @Nullable Spot spot) {}
