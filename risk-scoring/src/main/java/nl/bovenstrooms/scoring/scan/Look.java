package nl.bovenstrooms.scoring.scan;

import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.image.ImageFindings;
import nl.bovenstrooms.scoring.image.ImageFindings.NotReadable;
import nl.bovenstrooms.scoring.image.ImageFindings.Seen;

/** What came of asking the image model about a place in a picture. */
sealed interface Look {

    /** The model answered. */
    record Answered(ImageFindings findings) implements Look {}

    /**
     * The model gave no answer, however often it was asked.
     *
     * @param why for the log
     */
    record Failed(String why) implements Look {}

    /**
     * A place in a picture where a container stands, and the look at it.
     *
     * @param region in pixels of the image
     */
    record Spot(String imageId, Region region, Look look) {

        boolean isSeen() {
            return look instanceof Answered answered && answered.findings() instanceof Seen;
        }

        boolean isNotReadable() {
            return look instanceof Answered answered && answered.findings() instanceof NotReadable;
        }
    }
}
