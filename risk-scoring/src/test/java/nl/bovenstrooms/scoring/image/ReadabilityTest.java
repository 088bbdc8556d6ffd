package nl.bovenstrooms.scoring.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.image.ImageFindings.Obstacle;
import nl.bovenstrooms.scoring.image.Readability.Illegible;
import nl.bovenstrooms.scoring.image.Readability.Legible;
import nl.bovenstrooms.scoring.image.Readability.Verdict;
import org.junit.jupiter.api.Test;

class ReadabilityTest {

    private static final Readability READABILITY = new Readability(UsualPictures.shipped());

    @Test
    void tellsWhiteBlackGreyAndNoiseApart() {
        assertThat(obstacle(WorkingViewTest.flat(800, 300, 8, 255))).isEqualTo(Obstacle.SATURATED);
        assertThat(obstacle(WorkingViewTest.flat(800, 300, 16, 65535))).isEqualTo(Obstacle.SATURATED);
        assertThat(obstacle(WorkingViewTest.flat(800, 300, 8, 0))).isEqualTo(Obstacle.TOO_DARK);
        assertThat(obstacle(WorkingViewTest.flat(800, 300, 8, 120))).isEqualTo(Obstacle.NO_CONTRAST);
        assertThat(obstacle(noise(8))).isEqualTo(Obstacle.NO_CONTRAST);
        assertThat(obstacle(noise(16))).isEqualTo(Obstacle.NO_CONTRAST);
    }

    @Test
    void oneColumnLessIsTooSmall() {
        var raster = WorkingViewTest.flat(400, 200, 8, 120);
        var enough = new Region(0, 0, Readability.FEWEST_COLUMNS, Readability.FEWEST_ROWS);
        assertThat(READABILITY.of(raster, enough)).isEqualTo(new Illegible(Obstacle.NO_CONTRAST));
        var narrower = new Region(0, 0, Readability.FEWEST_COLUMNS - 1, Readability.FEWEST_ROWS);
        assertThat(READABILITY.of(raster, narrower)).isEqualTo(new Illegible(Obstacle.TOO_SMALL));
    }

    @Test
    void aContainerWithALoadIsReadableAtAnyDepth() {
        for (var bits : new int[] {8, 16}) {
            assertThat(look(StretchedScan.of(800, 400, bits))).isInstanceOfSatisfying(Legible.class, legible -> {
                assertThat(legible.unusualness())
                        .isBetween(0.1, UsualPictures.shipped().limit());
                assertThat(legible.opaqueShare()).isBetween(0.0, 1.0);
            });
        }
    }

    @Test
    void grainThatDrownsEverythingIsTooNoisy() {
        var random = new Random(5);
        var raster = StretchedScan.of(800, 400, 8);
        for (var index = 0; index < raster.samples().length; index++) {
            var noisy = raster.samples()[index] + 30 * random.nextGaussian();
            raster.samples()[index] = (short) Math.max(0, Math.min(255, noisy));
        }
        assertThat(obstacle(raster)).isEqualTo(Obstacle.TOO_NOISY);
    }

    @Test
    void whatIsSmearedIsBlurred() {
        var raster = StretchedScan.of(800, 400, 8);
        for (var pass = 0; pass < 3; pass++) {
            smear(raster, 9);
        }
        assertThat(obstacle(raster)).isEqualTo(Obstacle.BLURRED);
    }

    @Test
    void aContainerThatGoesOnBeyondThePictureIsCropped() {
        var whole = StretchedScan.of(800, 400, 8);
        var left = new short[500 * 400];
        for (var row = 0; row < 400; row++) {
            System.arraycopy(whole.samples(), row * 800, left, row * 500, 500);
        }
        var region = StretchedScan.region(800, 400);
        var cut = new Region(region.x(), region.y(), 500 - region.x(), region.height());
        assertThat(READABILITY.of(new Raster(500, 400, 8, left), cut)).isEqualTo(new Illegible(Obstacle.CROPPED));
    }

    /** Goods may be as dark as a casting: what stands below it tells that the container was cut through there. */
    @Test
    void anEndWithoutAPostIsCroppedWhereOnlyThatEndTouchesTheEdge() {
        var whole = StretchedScan.of(800, 400, 8);
        var region = StretchedScan.region(800, 400);
        var end = region.x() + region.width();
        for (var row = region.y(); row < region.y() + region.height(); row++) {
            for (var column = end - 40; column < end; column++) {
                whole.samples()[row * 800 + column] = (short) (row < region.y() + 40 ? 10 : 215);
            }
        }
        var samples = new short[end * 400];
        for (var row = 0; row < 400; row++) {
            System.arraycopy(whole.samples(), row * 800, samples, row * end, end);
        }
        assertThat(READABILITY.of(new Raster(end, 400, 8, samples), region)).isEqualTo(new Illegible(Obstacle.CROPPED));
        assertThat(READABILITY.of(whole, region)).isNotEqualTo(new Illegible(Obstacle.CROPPED));
    }

    /** The finder leaves a few rows under the container that it believes to see. */
    @Test
    void postsThatGoDownToTheLowerEdgeWithoutACastingAreCropped() {
        var whole = StretchedScan.of(800, 400, 8);
        var region = StretchedScan.region(800, 400);
        var upper = new Region(region.x(), region.y(), region.width(), 92);
        assertThat(READABILITY.of(upperPart(whole, region.y() + 98), upper)).isEqualTo(new Illegible(Obstacle.CROPPED));
        assertThat(READABILITY.of(upperPart(whole, region.y() + region.height() + 8), region))
                .isInstanceOf(Legible.class);
    }

    private static Raster upperPart(Raster raster, int rows) {
        var samples = Arrays.copyOf(raster.samples(), raster.width() * rows);
        return new Raster(raster.width(), rows, raster.bits(), samples);
    }

    @Test
    void goodsThatHangUnderAHeavyRoofAreUpsideDown() {
        var upright = StretchedScan.of(800, 400, 8);
        var turned = new short[800 * 400];
        for (var row = 0; row < 400; row++) {
            System.arraycopy(upright.samples(), row * 800, turned, (399 - row) * 800, 800);
        }
        var region = StretchedScan.region(800, 400);
        var above = new Region(region.x(), 400 - region.y() - region.height(), region.width(), region.height());
        assertThat(READABILITY.of(new Raster(800, 400, 8, turned), above))
                .isEqualTo(new Illegible(Obstacle.UPSIDE_DOWN));
    }

    @Test
    void darkAndLightTheOtherWayRoundIsNoContainer() {
        var raster = StretchedScan.of(800, 400, 8);
        for (var index = 0; index < raster.samples().length; index++) {
            raster.samples()[index] = (short) (255 - raster.samples()[index]);
        }
        assertThat(obstacle(raster)).isEqualTo(Obstacle.NOT_A_CONTAINER);
    }

    @Test
    void whatIsBlackIsOpaque() {
        var load = ((Legible) look(StretchedScan.of(800, 400, 8))).opaqueShare();
        var raster = StretchedScan.of(800, 400, 8);
        StretchedScan.fill(raster, 0.2, 0.5, 0.4, 0.8, 0);
        var withBlock = ((Legible) look(raster)).opaqueShare();
        assertThat(load).isBetween(0.0, 0.5);
        assertThat(withBlock).isBetween(load + 0.1, 1.0);
    }

    private static Verdict look(Raster raster) {
        return READABILITY.of(raster, StretchedScan.region(raster.width(), raster.height()));
    }

    private static Obstacle obstacle(Raster raster) {
        var region = raster.height() == 400
                ? StretchedScan.region(raster.width(), raster.height())
                : new Region(0, 0, raster.width(), raster.height());
        return ((Illegible) READABILITY.of(raster, region)).why();
    }

    private static void smear(Raster raster, int radius) {
        var samples = raster.samples().clone();
        for (var row = 0; row < raster.height(); row++) {
            for (var column = radius; column < raster.width() - radius; column++) {
                var sum = 0;
                for (var place = column - radius; place <= column + radius; place++) {
                    sum += samples[row * raster.width() + place];
                }
                raster.samples()[row * raster.width() + column] = (short) (sum / (2 * radius + 1));
            }
        }
    }

    private static Raster noise(int bits) {
        var random = new Random(4);
        var raster = WorkingViewTest.flat(800, 300, bits, 0);
        for (var index = 0; index < raster.samples().length; index++) {
            raster.samples()[index] = (short) random.nextInt(1 << bits);
        }
        return raster;
    }
}
