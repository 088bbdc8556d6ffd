package nl.bovenstrooms.scoring.scan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import nl.bovenstrooms.contracts.event.ScanScored.HeatMap;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.history.LoadGrid;
import nl.bovenstrooms.scoring.image.ImageFindings;
import nl.bovenstrooms.scoring.image.ImageFindings.NotReadable;
import nl.bovenstrooms.scoring.image.ImageFindings.Seen;
import org.jspecify.annotations.Nullable;

/** What came of asking the image model about a place in a picture. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
@JsonSubTypes({@JsonSubTypes.Type(Look.Answered.class), @JsonSubTypes.Type(Look.Failed.class)})
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
     * @param heatMap in the image store; null when the model saw nothing
     * @param grid of the load; null when nobody can judge the picture
     */
    record Spot(
            String imageId,
            Region region,
            Look look,
            @Nullable HeatMap heatMap,
            @Nullable LoadGrid grid) {

        /** A place of which there is no more than the look. */
        Spot(String imageId, Region region, Look look) {
            this(imageId, region, look, null, null);
        }

        boolean isSeen() {
            return look instanceof Answered answered && answered.findings() instanceof Seen;
        }

        boolean isNotReadable() {
            return look instanceof Answered answered && answered.findings() instanceof NotReadable;
        }
    }
}
