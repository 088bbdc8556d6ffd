package nl.bovenstrooms.scoring.labelled;

import java.util.List;
import nl.bovenstrooms.scoring.training.Crop;
import nl.bovenstrooms.scoring.training.Crops;
import nl.bovenstrooms.simulator.Chance;

/**
 * Some pictures of a user's own, the others simulated.
 *
 * @param ownShare share of the user's own, 0 to 1
 */
public record MixedCrops(Crops own, Crops simulated, double ownShare) implements Crops {

    public MixedCrops {
        if (!(ownShare >= 0 && ownShare <= 1)) {
            throw new IllegalArgumentException("the share of one's own pictures is 0 to 1, not " + ownShare);
        }
    }

    private Crops of(long seed) {
        return new Chance(seed).of("whose").in(ownShare) ? own : simulated;
    }

    @Override
    public Crop crop(long seed) {
        return of(seed).crop(seed);
    }

    @Override
    public List<Crop> twins(long seed, double leastVisibility) {
        return of(seed).twins(seed, leastVisibility);
    }

    @Override
    public List<Crop> partTwins(long seed, double leastVisibility) {
        return of(seed).partTwins(seed, leastVisibility);
    }

    @Override
    public Crop anyPart(long seed) {
        return of(seed).anyPart(seed);
    }
}
