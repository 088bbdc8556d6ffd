package nl.bovenstrooms.scoring.training;

/**
 * What the two parts of the network say of containers, for the judgement to be made of.
 *
 * @param summaries of each container {@link ContainerNetwork#EVIDENCE} numbers, one container after the other
 * @param threat 1 where the container holds contraband, 0 elsewhere. Every other container is the twin of the one before
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data for a few hundred steps; never compared by equals
record Evidence(float[] summaries, float[] threat) {}
