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

    /** Both ends count as doors: the picture alone does not show safely which end is which. */
    static HidingPlace of(Region cells, int columns, int rows) {
        var column = (cells.x() + cells.width() / 2.0) / columns;
        var row = (cells.y() + cells.height() / 2.0) / rows;
        if (row > LOWEST) {
            return HidingPlace.FLOOR;
        }
        if (row < HIGHEST) {
            return HidingPlace.ROOF;
        }
        return column < END || column > 1 - END ? HidingPlace.DOORS : HidingPlace.IN_LOAD;
    }
}
