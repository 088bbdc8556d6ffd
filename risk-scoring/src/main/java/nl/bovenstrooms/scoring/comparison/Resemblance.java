package nl.bovenstrooms.scoring.comparison;

/**
 * What tells whether two pictures show one container with one load.
 *
 * @param columns mean correlation of the columns laid on each other, at most 1
 * @param turned the same with one of them turned round: what chance and a regular load reach by themselves
 * @param detail correlation of fine detail within the frame, both laid on each other, at most 1
 * @param strayed the furthest that a column had to be shifted, in pixels of a container of {@value Alignment#WIDTH}: strangers
 *     are pulled about until something fits
 */
public record Resemblance(double columns, double turned, double detail, double strayed) {}
