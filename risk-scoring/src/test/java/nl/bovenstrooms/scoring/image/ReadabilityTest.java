package nl.bovenstrooms.scoring.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.image.ImageFindings.Obstacle;
import org.junit.jupiter.api.Test;

class ReadabilityTest {

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
        assertThat(Readability.obstacle(raster, enough)).contains(Obstacle.NO_CONTRAST);
        var narrower = new Region(0, 0, Readability.FEWEST_COLUMNS - 1, Readability.FEWEST_ROWS);
        assertThat(Readability.obstacle(raster, narrower)).contains(Obstacle.TOO_SMALL);
    }

    @Test
    void aBoxWithALoadIsReadable() {
        var raster = WorkingViewTest.flat(800, 300, 8, 210);
        for (var row = 120; row < 290; row++) {
            for (var column = 60; column < 500; column++) {
                raster.samples()[row * 800 + column] = (short) (60 + (column * row) % 40);
            }
        }
        assertThat(Readability.obstacle(raster, whole(raster))).isEmpty();
    }

    private static Obstacle obstacle(Raster raster) {
        return Readability.obstacle(raster, whole(raster)).orElseThrow();
    }

    private static Region whole(Raster raster) {
        return new Region(0, 0, raster.width(), raster.height());
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
