package nl.bovenstrooms.scoring.comparison;

import nl.bovenstrooms.contracts.image.Raster;

/**
 * What the image model makes of the container in one picture. Two of them say something about each other only when they are of one
 * model.
 *
 * @param logOdds how much likelier contraband is after this look, as a natural logarithm
 * @param heatMap 8 bits, over the container's region; 255 is most suspicious
 */
public record Suspicion(double logOdds, Raster heatMap) {}
