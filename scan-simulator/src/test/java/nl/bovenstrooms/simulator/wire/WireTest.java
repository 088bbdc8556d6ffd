package nl.bovenstrooms.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.physics.Noise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {

    @Property(tries = 200)
    void moreTransmissionIsNeverDarker(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0, max = 1.1) double one,
            @ForAll @DoubleRange(min = 0, max = 1.1) double other) {
        var curve = Curve.any(new Chance(seed));

        assertThat(curve.brightness(Math.max(one, other)))
                .isGreaterThanOrEqualTo(curve.brightness(Math.min(one, other)));
        assertThat(curve.brightness(one)).isBetween(0.0, 1.0);
    }

    @ParameterizedTest
    @EnumSource(Palette.class)
    void palettesRunFromDarkToLight(Palette palette) {
        var last = -1;
        for (var grey = 0; grey < 256; grey++) {
            var colour = palette.colour(grey);
            var luminance = 218 * (colour >> 16 & 0xFF) + 732 * (colour >> 8 & 0xFF) + 74 * (colour & 0xFF);
            assertThat(luminance).isGreaterThanOrEqualTo(last);
            last = luminance;
        }
    }

    @Test
    void sixteenBitsSurvivePngAndTiff() {
        var raster = noise(120, 70, 16);

        assertThat(PictureFile.read(PictureFile.png(raster)).orElseThrow().samples())
                .isEqualTo(raster.samples());
        for (var compression : new String[] {"", "LZW", "Deflate"}) {
            assertThat(PictureFile.read(PictureFile.tiff(raster, compression))
                            .orElseThrow()
                            .samples())
                    .isEqualTo(raster.samples());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100_000, 40_000})
    void qualityGoesDownUntilTheFileFits(int most) {
        assertThat(PictureFile.jpegWithin(noise(600, 400, 8), Palette.GREY, 0.95, most).length)
                .isLessThanOrEqualTo(most);
    }

    @Test
    void whatNeverFitsIsRefused() {
        assertThatThrownBy(() -> PictureFile.jpegWithin(noise(600, 400, 8), Palette.GREY, 0.9, 300))
                .hasMessageContaining("300 bytes");
    }

    @Test
    void whatIsNoPictureIsNotRead() {
        assertThat(PictureFile.read(new byte[] {1, 2, 3, 4})).isEmpty();
    }

    private static Raster noise(int width, int height, int bits) {
        var noise = new Noise(1);
        var samples = new short[width * height];
        for (var index = 0; index < samples.length; index++) {
            samples[index] = (short) (bits == 8 ? 128 + 30 * noise.next() : 30_000 + 8000 * noise.next());
        }
        return new Raster(width, height, bits, samples);
    }
}
