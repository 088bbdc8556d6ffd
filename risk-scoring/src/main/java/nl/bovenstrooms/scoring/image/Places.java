package nl.bovenstrooms.scoring.image;

import nl.bovenstrooms.contracts.event.ScanScored.HidingPlace;
import nl.bovenstrooms.contracts.image.Region;

/** Names the part of a container that a spot lies in. */
final class Places {

    /** Half a metre of machinery, or the first bag behind the doors, of 12 metres. */
    private static final double END = 0.10;

    private static final double LOWEST = 0.90;
    private static final double HIGHEST = 0.08;

    private Places() {}

    /** An end without machinery counts as doors: of a dry container the picture does not show which end is which. */
    static HidingPlace of(Region cells, int columns, int rows, ReeferEnd reeferEnd) {
        var column = (cells.x() + cells.width() / 2.0) / columns;
        var row = (cells.y() + cells.height() / 2.0) / rows;
        if (row > LOWEST) {
            return HidingPlace.FLOOR;
        }
        if (row < HIGHEST) {
            return HidingPlace.ROOF;
        }
        if (column < END) {
            return reeferEnd == ReeferEnd.LEFT ? HidingPlace.REEFER_END : HidingPlace.DOORS;
        }
        if (column > 1 - END) {
            return reeferEnd == ReeferEnd.RIGHT ? HidingPlace.REEFER_END : HidingPlace.DOORS;
        }
        return HidingPlace.IN_LOAD;
    }
}
