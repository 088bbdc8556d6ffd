package nl.bovenstrooms.scoring.training;

import java.util.List;

/** Where lessons draw their pictures from, each from its seed alone. Safe for use by many threads. */
public interface Crops {

    /** A whole container. */
    Crop crop(long seed);

    /**
     * A whole container without contraband, and the same with it, or as like it as there is one.
     *
     * @return two, or nothing when the contraband is less visible than wanted
     */
    List<Crop> twins(long seed, double leastVisibility);

    /** The same, of a part of a container that is as large as {@link Recipe#PART_WIDTH} says. */
    List<Crop> partTwins(long seed, double leastVisibility);

    /** Any such part of a container without contraband. */
    Crop anyPart(long seed);
}
