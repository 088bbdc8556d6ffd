package nl.bovenstrooms.scoring.training;

import java.util.List;
import nl.bovenstrooms.scoring.comparison.Picture;
import nl.bovenstrooms.scoring.comparison.Suspicion;
import nl.bovenstrooms.scoring.image.ImageFindings.Seen;
import nl.bovenstrooms.scoring.image.ImageModel;
import org.jspecify.annotations.Nullable;

/**
 * Two scans of one container, at the port of loading and on arrival, with what is true of them.
 *
 * @param goods what is loaded
 * @param mirrored the container goes through the two scanners in opposite directions
 * @param landmarks places in the middle of the container's width, spread over its length and height
 * @param insertion what was put in on the way; null when nothing was
 */
record SimulatedPair(
        Picture first,
        Picture second,
        String goods,
        boolean mirrored,
        List<Landmark> landmarks,
        @Nullable Insertion insertion) {

    SimulatedPair {
        landmarks = List.copyOf(landmarks);
    }

    /** With what the model makes of both pictures. */
    SimulatedPair seenBy(ImageModel model) {
        return new SimulatedPair(seen(first, model), seen(second, model), goods, mirrored, landmarks, insertion);
    }

    private static Picture seen(Picture picture, ImageModel model) {
        var findings = model.look(picture.principal(), null, picture.container());
        return new Picture(
                picture.principal(),
                picture.container(),
                findings instanceof Seen seen ? new Suspicion(seen.logOdds(), seen.heatMap()) : null);
    }

    /** Where both pictures show one place, in shares of the container's region there, 0 to 1. */
    record Landmark(double firstAlong, double firstDown, double secondAlong, double secondDown) {}

    /**
     * @param place where it is hidden
     * @param without the second picture as it would have been without it
     * @param mask 1 where it is in the way of the rays in the second picture, pixel by pixel
     */
    @SuppressWarnings("ArrayRecordComponent") // bulk data, never compared
    record Insertion(String place, double kilograms, Picture without, byte[] mask) {}
}
