package nl.bovenstrooms.scoring.image;

import nl.bovenstrooms.contracts.event.ScanScored.HidingPlace;
import nl.bovenstrooms.contracts.image.Region;
import org.jspecify.annotations.Nullable;

/** Names the part of a container that a spot lies in. */
final class Places {

    /** Half a metre of machinery, or the first bag behind the doors, of 12 metres. */
    private static final double END = 0.10;

    private static final double LOWEST = 0.90;
    private static final double HIGHEST = 0.08;

    /** A logit above this, or below its negative, is right in nineteen of twenty. */
    private static final float SURE = 3;

    private Places() {}

    /**
     * @param doors logit of the doors being at the right end. Where it is null, or not sure, both ends count as doors
     */
    static HidingPlace of(Region cells, int columns, int rows, @Nullable Float doors) {
        var column = (cells.x() + cells.width() / 2.0) / columns;
        var row = (cells.y() + cells.height() / 2.0) / rows;
        if (row > LOWEST) {
            return HidingPlace.FLOOR;
        }
        if (row < HIGHEST) {
            return HidingPlace.ROOF;
        }
        if (column >= END && column <= 1 - END) {
            return HidingPlace.IN_LOAD;
        }
        if (doors == null || Math.abs(doors) < SURE) {
            return HidingPlace.DOORS;
        }
        return doors > 0 == column > 0.5 ? HidingPlace.DOORS : HidingPlace.REEFER_END;
    }
}
