package nl.bovenstrooms.scoring.labelled;

import java.util.List;
import nl.bovenstrooms.contracts.image.Region;
import org.jspecify.annotations.Nullable;

/**
 * What a JSON file says of the picture beside it. Places are in pixels of that picture, from its upper left corner.
 *
 * @param openBeam whether air is drawn white or black; nothing means white
 * @param low file of the softer beam's picture, of the same size; nothing when there is one energy
 * @param containers at least one
 */
record Label(
        @Nullable OpenBeam openBeam,
        @Nullable String low,
        @Nullable List<ContainerLabel> containers) {

    enum OpenBeam {
        WHITE,
        BLACK
    }

    enum Side {
        LEFT,
        RIGHT
    }

    /**
     * @param region where it stands; nothing to have it found
     * @param threats where contraband is; an empty list says that there is none
     * @param loadKind one of the load kinds of the simulator, such as {@code COFFEE_BAGS}; nothing when it is not known
     * @param goodsKilograms of the goods with their packaging; nothing when it is not known
     * @param fill share of the inside that goods take up, 0 to 1; nothing when it is not known
     * @param doors at which end of the picture; nothing when it is not known
     * @param boxType one of the types of the simulator, such as {@code DRY_40}, for the scale of what is put in; nothing means
     *     by its shape
     */
    record ContainerLabel(
            @Nullable Region region,
            @Nullable List<ThreatLabel> threats,
            @Nullable String loadKind,
            @Nullable Double goodsKilograms,
            @Nullable Double fill,
            @Nullable Side doors,
            @Nullable String boxType) {

        /** Whether all is known that a whole container teaches. */
        boolean isComplete() {
            return loadKind != null && goodsKilograms != null && fill != null && doors != null;
        }
    }

    /**
     * @param what it is, in a word; for tables
     * @param place where it was hidden, in a word; for tables
     * @param kilograms of it; nothing when it is not known
     */
    record ThreatLabel(
            int x,
            int y,
            int width,
            int height,
            @Nullable String what,
            @Nullable String place,
            @Nullable Double kilograms) {

        Region region() {
            return new Region(x, y, width, height);
        }
    }
}
