package nl.bovenstrooms.scoring.image;

import java.util.List;
import java.util.Map;
import nl.bovenstrooms.contracts.event.ScanScored.Finding;
import nl.bovenstrooms.contracts.image.Raster;
import org.jspecify.annotations.Nullable;

/** What came of looking at one container: an answer, or the reason why there is none. */
public sealed interface ImageFindings {

    /**
     * What the network saw.
     *
     * @param probability that contraband is in the picture, 0 to 1, calibrated as if every second container held some; see
     *     {@link #logOdds()} for what to add up
     * @param findings the suspicious spots, the most suspicious first; at most eight, empty when nothing stands out
     * @param loadKind what the load looks like: one of the kinds listed in {@code model.json}, {@code EMPTY} among them
     * @param loadConfidence of that kind, 0 to 1
     * @param emptyProbability that there is no load at all, 0 to 1
     * @param loadKinds probability of every kind listed in {@code model.json}; together 1
     * @param massKg of the goods; absent when the model does not estimate it. It grows uncertain with the opaque share
     * @param opaqueShare share of the load's pixels that no photon passed, 0 to 1: nobody knows what is behind them
     * @param unusualness how far the picture is from those that models learn from: about 1 is usual; see {@link
     *     UsualPictures#unusualness}
     * @param fill share of the inside that is taken up by load, 0 to 1
     * @param embedding unit vector; alike loads lie close together. Not copied
     * @param heatMap 8 bits, one pixel per 4 x 4 pixels of the working scale, over the container's region; 255 is most
     *     suspicious
     */
    @SuppressWarnings("ArrayRecordComponent") // 64 numbers for a nearest-neighbour search; never compared by equals
    record Seen(
            double probability,
            List<Finding> findings,
            String loadKind,
            double loadConfidence,
            double emptyProbability,
            Map<String, Double> loadKinds,
            @Nullable Double massKg,
            double opaqueShare,
            double unusualness,
            double fill,
            float[] embedding,
            Raster heatMap)
            implements ImageFindings {

        public Seen {
            findings = List.copyOf(findings);
            loadKinds = Map.copyOf(loadKinds);
        }

        /**
         * The weight of this look as evidence: the natural logarithm of how many times likelier contraband has become.
         * 0 says nothing either way. Finite: the calibration keeps probabilities off 0 and 1.
         */
        public double logOdds() {
            return Math.log(probability / (1 - probability));
        }
    }

    /**
     * Nobody can judge this picture: it needs another scan, and the model was not asked.
     *
     * @param why for the reason that people read
     */
    record NotReadable(Obstacle why) implements ImageFindings {}

    /** Why a picture can't be judged. */
    enum Obstacle {
        /** Nearly all of it is opaque: the rays did not get through, or the source was off. */
        TOO_DARK,
        /** Nearly all of it is open beam: there is no container here, or the detector was saturated. */
        SATURATED,
        /** The container goes on beyond the picture. */
        CROPPED,
        /** The floor is above and the roof below. */
        UPSIDE_DOWN,
        /** Smeared: the vehicle jerked, or the picture was blown up from a small one. */
        BLURRED,
        /** Far fewer photons than any scanner uses. */
        TOO_NOISY,
        /** Unlike every picture of a container that the model learned from. */
        NOT_A_CONTAINER,
        /** Nearly one grey, or noise without any structure. */
        NO_CONTRAST,
        /** Fewer pixels than anything could be recognised by. */
        TOO_SMALL
    }
}
