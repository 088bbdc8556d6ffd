package nl.bovenstrooms.scoring.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.comparison.Comparison.Change;
import nl.bovenstrooms.scoring.comparison.Comparison.Changed;
import nl.bovenstrooms.scoring.comparison.Comparison.NotComparable;
import nl.bovenstrooms.scoring.comparison.Comparison.Obstacle;
import nl.bovenstrooms.scoring.comparison.Comparison.Same;
import nl.bovenstrooms.scoring.comparison.Goods.Box;
import nl.bovenstrooms.scoring.comparison.Goods.Scanner;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ComparingTest {

    private static final Scanner ORIGIN = new Scanner(1100, 400, false, 1.8);
    private static final Scanner ARRIVAL = new Scanner(900, 460, true, 1);
    private static final Goods GOODS = Goods.loaded(1);

    /** In free air above the goods. */
    private static final Box BAG = new Box(0.6, 0.12, 0.06, 0.14, 1);

    /** Log-odds of the image model where it sees nothing, and where it sees the bag. */
    private static final double CALM = 0;

    private static final double ALARMED = 1.5;

    @Test
    void theSameGoodsAreTheSameWhateverTheSizeTheCurveAndTheDirection() {
        var comparison = Comparing.compare(GOODS.scannedBy(ORIGIN, 1), GOODS.scannedBy(ARRIVAL, 2));

        assertThat(comparison)
                .asInstanceOf(InstanceOfAssertFactories.type(Same.class))
                .satisfies(same -> assertThat(same.sureness()).isBetween(0.5, 1.0));
    }

    @Test
    void theAlignmentFindsEveryPlaceAgain() {
        var comparison = Comparing.compare(GOODS.scannedBy(ORIGIN, 1), GOODS.scannedBy(ARRIVAL, 2));

        assertThat(comparison)
                .asInstanceOf(InstanceOfAssertFactories.type(Same.class))
                .satisfies(same -> {
                    assertThat(same.alignment().isMirrored()).isTrue();
                    for (var along = 0.1; along < 0.95; along += 0.1) {
                        var first = same.alignment().firstOf(along, 0.6);
                        assertThat(first[0]).isCloseTo(1 - along, within(1.5 / 1024));
                        assertThat(first[1]).isCloseTo(0.6, within(1.5 / 384));
                    }
                });
    }

    @Test
    void aBagThatWasPutInIsFoundWhereItIs() {
        var comparison = Comparing.compare(
                seen(GOODS.scannedBy(ORIGIN, 1), CALM), seen(GOODS.with(BAG).scannedBy(ARRIVAL, 2), ALARMED));

        assertThat(comparison)
                .asInstanceOf(InstanceOfAssertFactories.type(Changed.class))
                .satisfies(changed -> {
                    var change = changed.changes().get(0);
                    assertThat(change.kind()).isEqualTo(Change.Kind.ADDED);
                    assertThat(change.sureness()).isBetween(0.5, 1.0);
                    // The container comes the other way round: 20 pixels of margin, and 860 x 420 of container.
                    assertThat(change.region().intersectionOverUnion(new Region(312, 70, 52, 59)))
                            .isGreaterThan(0.3);
                    // 20 pixels of margin, and 1060 x 360 of container.
                    assertThat(change.before().intersectionOverUnion(new Region(656, 63, 64, 50)))
                            .isGreaterThan(0.3);
                });
    }

    @Test
    void whatIsGoneIsTold() {
        var comparison = Comparing.compare(
                seen(GOODS.with(BAG).scannedBy(ORIGIN, 1), ALARMED), seen(GOODS.scannedBy(ARRIVAL, 2), CALM));

        assertThat(comparison)
                .asInstanceOf(InstanceOfAssertFactories.type(Changed.class))
                .extracting(changed -> changed.changes().get(0).kind())
                .isEqualTo(Change.Kind.REMOVED);
    }

    @Test
    void whatMovedAlongIsToldOnce() {
        var before = GOODS.with(BAG);
        var after = GOODS.with(new Box(0.68, 0.12, 0.06, 0.14, 1));

        var comparison =
                Comparing.compare(seen(before.scannedBy(ORIGIN, 1), CALM), seen(after.scannedBy(ARRIVAL, 2), ALARMED));

        assertThat(comparison)
                .asInstanceOf(InstanceOfAssertFactories.type(Changed.class))
                .satisfies(changed ->
                        assertThat(changed.changes()).extracting(Change::kind).containsExactly(Change.Kind.SHIFTED));
    }

    @Test
    void theMapIsDarkWhereSomethingWasPutIn() {
        var comparison = Comparing.compare(
                seen(GOODS.scannedBy(ORIGIN, 1), CALM), seen(GOODS.with(BAG).scannedBy(ARRIVAL, 2), ALARMED));

        assertThat(comparison)
                .asInstanceOf(InstanceOfAssertFactories.type(Changed.class))
                .satisfies(changed -> {
                    var map = changed.difference();
                    var column = (int) (0.37 * map.width());
                    var row = (int) (0.19 * map.height());
                    assertThat(map.strengths()[row * map.width() + column]).isGreaterThan(3);
                });
    }

    @Test
    void blackAndWhitePicturesAreNotCompared() {
        var picture = GOODS.scannedBy(ORIGIN, 1);

        assertThat(Comparing.compare(even(picture, 1), picture))
                .isEqualTo(new NotComparable(Obstacle.FIRST_UNREADABLE));
        assertThat(Comparing.compare(picture, even(picture, 255)))
                .isEqualTo(new NotComparable(Obstacle.SECOND_UNREADABLE));
    }

    @Test
    void theSamePicturesGiveTheSameAnswer() {
        var first = seen(GOODS.scannedBy(ORIGIN, 1), CALM);
        var second = seen(GOODS.with(BAG).scannedBy(ARRIVAL, 2), ALARMED);

        assertThat(((Changed) Comparing.compare(first, second)).changes())
                .isEqualTo(((Changed) Comparing.compare(first, second)).changes());
    }

    @Test
    void aContainerLiesInItsPicture() {
        var raster = new Raster(4, 4, 8, new short[16]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Picture(raster, new Region(2, 0, 3, 4)))
                .withMessageContaining("outside the picture of 4 x 4");
    }

    @Test
    void whatTheImageModelMakesOfBothCounts() {
        var first = GOODS.scannedBy(ORIGIN, 1);
        var second = GOODS.with(BAG).scannedBy(ARRIVAL, 2);

        var alarmed = (Changed) Comparing.compare(seen(first, CALM), seen(second, ALARMED));
        var moreAlarmed = (Changed) Comparing.compare(seen(first, CALM), seen(second, ALARMED + 1));

        assertThat(moreAlarmed.changes().get(0).sureness())
                .isGreaterThan(alarmed.changes().get(0).sureness());
        assertThat(alarmed.changes().get(0).sureness())
                .isGreaterThan(surenessOfChange(Comparing.compare(first, second)));
    }

    private static double surenessOfChange(Comparison made) {
        return made instanceof Changed changed ? changed.changes().get(0).sureness() : 1 - ((Same) made).sureness();
    }

    private static Picture seen(Picture picture, double logOdds) {
        return new Picture(
                picture.principal(),
                picture.container(),
                new Suspicion(logOdds, new Raster(128, 48, 8, new short[128 * 48])));
    }

    private static Picture even(Picture like, int sample) {
        var raster = like.principal();
        var samples = new short[raster.samples().length];
        Arrays.fill(samples, (short) sample);
        return new Picture(new Raster(raster.width(), raster.height(), 8, samples), like.container());
    }
}
