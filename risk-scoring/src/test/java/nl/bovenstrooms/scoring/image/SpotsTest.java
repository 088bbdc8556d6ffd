package nl.bovenstrooms.scoring.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.bovenstrooms.contracts.event.ScanScored.HidingPlace;
import nl.bovenstrooms.contracts.image.Region;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpotsTest {

    private static final int COLUMNS = 256;
    private static final int ROWS = 96;

    @Test
    void patchesApartAreSpotsOfTheirOwnTheHigherFirst() {
        var map = dark();
        fill(map, new Region(10, 10, 5, 4), 1);
        fill(map, new Region(100, 50, 8, 8), 3);
        var spots = Spots.in(map, COLUMNS, 0);
        assertThat(spots)
                .extracting(Spots.Spot::cells)
                .containsExactly(new Region(100, 50, 8, 8), new Region(10, 10, 5, 4));
        assertThat(spots.get(0).logit()).isEqualTo(3);
    }

    @Test
    void aCellOnTheThresholdDoesNotCount() {
        var map = dark();
        fill(map, new Region(10, 10, 5, 4), 1);
        assertThat(Spots.in(map, COLUMNS, 1)).isEmpty();
    }

    @Test
    void twoCellsAreNoiseThreeAreASpot() {
        var map = dark();
        fill(map, new Region(10, 10, 2, 1), 1);
        fill(map, new Region(20, 20, 3, 1), 1);
        assertThat(Spots.in(map, COLUMNS, 0)).extracting(Spots.Spot::cells).containsExactly(new Region(20, 20, 3, 1));
    }

    @Test
    void aRowsEndDoesNotTouchTheNextRowsStart() {
        var map = dark();
        fill(map, new Region(COLUMNS - 4, 10, 4, 1), 1);
        fill(map, new Region(0, 11, 4, 1), 2);
        assertThat(Spots.in(map, COLUMNS, 0)).hasSize(2);
    }

    @Test
    void aMapThatIsAllSuspiciousIsOneSpot() {
        var map = new float[COLUMNS * ROWS];
        Arrays.fill(map, 5);
        assertThat(Spots.in(map, COLUMNS, 0)).singleElement().satisfies(spot -> assertThat(spot.cells())
                .isEqualTo(new Region(0, 0, COLUMNS, ROWS)));
    }

    @Test
    void keepsTheMostSuspiciousOnly() {
        var map = dark();
        for (var index = 0; index < 12; index++) {
            fill(map, new Region(index * 20, 10, 4, 4), index + 1f);
        }
        assertThat(Spots.in(map, COLUMNS, 0)).hasSize(Spots.MOST).first().satisfies(spot -> assertThat(spot.logit())
                .isEqualTo(12));
    }

    @Property
    void pixelsOfASpotLieInsideTheContainer(
            @ForAll @IntRange(max = 3000) int x,
            @ForAll @IntRange(max = 1000) int y,
            @ForAll @IntRange(min = 1, max = 3000) int width,
            @ForAll @IntRange(min = 1, max = 1000) int height,
            @ForAll @IntRange(max = COLUMNS - 1) int column,
            @ForAll @IntRange(max = ROWS - 1) int row) {
        var container = new Region(x, y, width, height);
        var cells = new Region(column, row, COLUMNS - column, 1);
        var region = new Spots.Spot(cells, 1).within(container, COLUMNS, ROWS);
        assertThat(region.x()).isGreaterThanOrEqualTo(x);
        assertThat(region.y()).isGreaterThanOrEqualTo(y);
        assertThat(region.x() + region.width()).isLessThanOrEqualTo(x + width);
        assertThat(region.y() + region.height()).isLessThanOrEqualTo(y + height);
    }

    @Property(tries = 50)
    void neverFailsWhateverTheMap(@ForAll @Size(512) float[] map) {
        assertThat(Spots.in(map, 32, 0)).hasSizeLessThanOrEqualTo(Spots.MOST);
    }

    @Test
    void namesThePlace() {
        assertThat(place(new Region(100, 92, 10, 4))).isEqualTo(HidingPlace.FLOOR);
        assertThat(place(new Region(100, 0, 10, 4))).isEqualTo(HidingPlace.ROOF);
        assertThat(place(new Region(2, 50, 10, 10))).isEqualTo(HidingPlace.DOORS);
        assertThat(place(new Region(240, 50, 10, 10))).isEqualTo(HidingPlace.DOORS);
        assertThat(place(new Region(100, 50, 10, 10))).isEqualTo(HidingPlace.IN_LOAD);
    }

    @Test
    void tellsTheDoorsFromTheOtherEndWhereTheNetworkIsSureOfThem() {
        var left = new Region(2, 50, 10, 10);
        var right = new Region(240, 50, 10, 10);
        assertThat(place(right, 6f)).isEqualTo(HidingPlace.DOORS);
        assertThat(place(left, 6f)).isEqualTo(HidingPlace.REEFER_END);
        assertThat(place(left, -6f)).isEqualTo(HidingPlace.DOORS);
        assertThat(place(left, 0.5f)).isEqualTo(HidingPlace.DOORS);
        assertThat(place(new Region(100, 50, 10, 10), 6f)).isEqualTo(HidingPlace.IN_LOAD);
    }

    private static HidingPlace place(Region cells) {
        return place(cells, null);
    }

    private static HidingPlace place(Region cells, @Nullable Float doors) {
        return Places.of(cells, COLUMNS, ROWS, doors);
    }

    private static float[] dark() {
        var map = new float[COLUMNS * ROWS];
        Arrays.fill(map, -5);
        return map;
    }

    private static void fill(float[] map, Region region, float logit) {
        for (var row = region.y(); row < region.y() + region.height(); row++) {
            Arrays.fill(map, row * COLUMNS + region.x(), row * COLUMNS + region.x() + region.width(), logit);
        }
    }
}
