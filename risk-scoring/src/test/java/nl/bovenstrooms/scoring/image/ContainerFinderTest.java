package nl.bovenstrooms.scoring.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.simulator.story.Passage;
import nl.bovenstrooms.simulator.story.Passages;
import nl.bovenstrooms.simulator.story.Scenarios;
import nl.bovenstrooms.simulator.wire.PictureFile;
import org.junit.jupiter.api.Test;

class ContainerFinderTest {

    /** Whole pictures with chassis, in 800 rows of JPEG. */
    private static final Passages PASSAGES =
            new Passages(Scenarios.shipped("santos-export"), 4, Instant.parse("2026-11-24T00:00:00Z"));

    private final ContainerFinder finder = new ContainerFinder();

    @Test
    void findsContainersInWholePictures() {
        var overlap = LongStream.range(0, 12)
                .mapToObj(PASSAGES::at)
                .mapToDouble(this::overlap)
                .average()
                .orElseThrow();
        assertThat(overlap).isGreaterThan(0.95);
    }

    @Test
    void findsBothContainersOfAPair() {
        var pairs = LongStream.range(0, 60)
                .filter(index -> PASSAGES.at(index).truth().containers().size() == 2)
                .limit(3)
                .mapToObj(PASSAGES::at)
                .toList();
        assertThat(pairs).hasSize(3).allSatisfy(passage -> {
            assertThat(finder.find(picture(passage))).hasSize(2);
            assertThat(overlap(passage)).isGreaterThan(0.8);
        });
    }

    @Test
    void findsTheSameContainerInASmallerPicture() {
        var picture = picture(PASSAGES.at(1));
        var small = quarter(picture);
        var found = finder.find(picture);
        assertThat(finder.find(small)).hasSameSizeAs(found);
        for (var index = 0; index < found.size(); index++) {
            var region = found.get(index);
            var expected = new Region(region.x() / 4, region.y() / 4, region.width() / 4, region.height() / 4);
            assertThat(overlap(finder.find(small).get(index), expected)).isGreaterThan(0.95);
        }
    }

    @Test
    void findsTheSameAgain() {
        var picture = picture(PASSAGES.at(1));
        assertThat(new ContainerFinder().find(picture)).isEqualTo(finder.find(picture));
    }

    @Test
    void findsNothingWhereNothingIs() {
        assertThat(finder.find(grey(255))).isEmpty();
        assertThat(finder.find(new Raster(40, 20, 8, new short[800]))).isEmpty();
    }

    @Test
    void staysInsideThePictureWhateverIsInIt() {
        var random = new SplittableRandom(7);
        for (var picture : new Raster[] {grey(0), grey(128), noise(random), noise(random)}) {
            assertThat(finder.find(picture))
                    .allSatisfy(region -> assertThat(region.fitsIn(picture.width(), picture.height()))
                            .isTrue());
        }
    }

    /** Of the container that is found worst. */
    private double overlap(Passage passage) {
        var found = finder.find(picture(passage));
        return passage.truth().containers().stream()
                .mapToDouble(container -> found.stream()
                        .mapToDouble(region -> overlap(region, container.region()))
                        .max()
                        .orElse(0))
                .min()
                .orElseThrow();
    }

    private static double overlap(Region one, Region other) {
        return one.intersectionOverUnion(other);
    }

    private static Raster picture(Passage passage) {
        return PictureFile.fromJpeg(passage.images().get(0).bytes());
    }

    private static Raster quarter(Raster raster) {
        var width = raster.width() / 4;
        var height = raster.height() / 4;
        var samples = new short[width * height];
        for (var row = 0; row < height; row++) {
            for (var column = 0; column < width; column++) {
                var sum = 0;
                for (var pixel = 0; pixel < 16; pixel++) {
                    sum += raster.at(4 * column + pixel % 4, 4 * row + pixel / 4);
                }
                samples[row * width + column] = (short) (sum / 16);
            }
        }
        return new Raster(width, height, raster.bits(), samples);
    }

    private static Raster grey(int value) {
        var samples = new short[900 * 400];
        Arrays.fill(samples, (short) value);
        return new Raster(900, 400, 8, samples);
    }

    private static Raster noise(SplittableRandom random) {
        var samples = new short[900 * 400];
        for (var pixel = 0; pixel < samples.length; pixel++) {
            samples[pixel] = (short) random.nextInt(256);
        }
        return new Raster(900, 400, 8, samples);
    }
}
