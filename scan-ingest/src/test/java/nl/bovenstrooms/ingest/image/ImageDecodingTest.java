package nl.bovenstrooms.ingest.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.bovenstrooms.contracts.image.Raster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecodingTest {

    private static final ImageLimits LIMITS =
            new SmallRyeConfigBuilder().withMapping(ImageLimits.class).build().getConfigMapping(ImageLimits.class);

    private final ImageDecoding decoding = new ImageDecoding(LIMITS);

    @ParameterizedTest
    @CsvSource({"8,None", "8,LZW", "8,ZLib", "16,None", "16,LZW", "16,ZLib"})
    void aTiffIsDecodedToTheLastGreyLevel(int bits, String compression) {
        assertExact(
                decoding.decode(Samples.tiff(200, 100, bits, compression), "image/tiff")
                        .raster(),
                bits);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16})
    void aPngIsDecodedToTheLastGreyLevel(int bits) {
        assertExact(decoding.decode(Samples.png(200, 100, bits), "image/png").raster(), bits);
    }

    @Test
    void aJpegIsDecodedAsCloselyAsJpegCan() {
        var raster = decoding.decode(Samples.jpeg(200, 100), "image/jpeg").raster();
        assertThat(raster.bits()).isEqualTo(8);
        for (var x = 0; x < 200; x += 13) {
            assertThat((double) raster.at(x, 60)).isCloseTo(255 * Samples.transmission(x, 60, 200, 100), within(6.0));
        }
    }

    @Test
    void falseColourBecomesLuminanceAndIsFlagged() {
        var decoded = decoding.decode(Samples.falseColourJpeg(200, 100), "image/jpeg");
        assertThat(decoded.oddities()).containsExactly(ImageDecoding.Oddity.FALSE_COLOUR);
        assertThat(decoded.raster().at(20, 60)).isLessThan(decoded.raster().at(180, 60));
        assertThat(decoded.raster().at(100, 2)).isGreaterThan(250);
    }

    @Test
    void aPictureWithADarkBackgroundIsTurnedRound() {
        var bytes = Samples.png(200, 100, 8);
        var upright = decoding.decode(bytes, "image/png");
        var inverted = decoding.decode(PngFiles.inverted(upright.raster()), "image/png");
        assertThat(upright.oddities()).isEmpty();
        assertThat(inverted.oddities()).containsExactly(ImageDecoding.Oddity.INVERTED);
        assertThat(inverted.raster().samples()).isEqualTo(upright.raster().samples());
    }

    @Test
    void aTruncatedJpegIsRefusedAndNotFilledWithGrey() {
        var whole = Samples.jpeg(200, 100);
        for (var length = 20; length < whole.length - 2; length += 97) {
            var part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> decoding.decode(part, "image/jpeg")).isInstanceOf(ImageRefused.class);
        }
    }

    @Test
    void aPngBombIsRefusedByItsHeader() {
        assertThatThrownBy(() -> decoding.decode(Damaged.pngThatClaims(8000, 8000, 16), "image/png"))
                .isInstanceOf(ImageRefused.class)
                .hasMessageContaining("would expand");
    }

    @Test
    void sixtyThousandPixelsAreTooWide() {
        assertThatThrownBy(() -> decoding.decode(Damaged.pngThatClaims(60_000, 800, 8), "image/png"))
                .isInstanceOf(ImageRefused.class)
                .hasMessageContaining("a side may have at most 32768");
    }

    @Test
    void onePixelIsTooFew() {
        assertThatThrownBy(() -> decoding.decode(Samples.png(1, 1, 8), "image/png"))
                .isInstanceOf(ImageRefused.class)
                .hasMessageContaining("at least 64 x 64");
    }

    @Test
    void theSmallestAndNoSmallerImageIsTaken() {
        assertThat(decoding.decode(Samples.png(64, 64, 8), "image/png").raster().width())
                .isEqualTo(64);
        assertThatThrownBy(() -> decoding.decode(Samples.png(63, 64, 8), "image/png"))
                .isInstanceOf(ImageRefused.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 273, 279, 256})
    void aTiffThatPointsOutsideItselfIsRefused(int what) {
        var tiff = Damaged.tiffWithWildOffset(what);
        assertThatThrownBy(() -> decoding.decode(tiff, "image/tiff")).isInstanceOf(ImageRefused.class);
    }

    @Test
    void aTiffThatSaysOneThingTwiceIsRefused() {
        assertThatThrownBy(() -> decoding.decode(Damaged.tiffWithARepeatedField(), "image/tiff"))
                .isInstanceOf(ImageRefused.class)
                .hasMessageContaining("is there twice");
    }

    @Test
    void aJpegThatWouldBeReadMoreThanAHundredTimesIsRefusedUnread() {
        assertThatThrownBy(() -> decoding.decode(Damaged.jpegOfScans(101), "image/jpeg"))
                .isInstanceOf(ImageRefused.class)
                .hasMessageContaining("at most 100 passes");
        // Read, and found to be none.
        assertThatThrownBy(() -> decoding.decode(Damaged.jpegOfScans(100), "image/jpeg"))
                .isInstanceOf(ImageRefused.class)
                .hasMessageNotContaining("passes");
    }

    @Test
    void aZipIsNotAnImage() {
        assertThatThrownBy(() -> decoding.decode(Damaged.zip(), "image/jpeg"))
                .isInstanceOf(ImageRefused.class)
                .hasMessageContaining("not a JPEG, PNG or TIFF");
    }

    @Test
    void bytesAndDeclaredTypeHaveToAgree() {
        assertThatThrownBy(() -> decoding.decode(Samples.png(100, 100, 8), "image/jpeg"))
                .isInstanceOf(ImageRefused.class)
                .hasMessageContaining("the bytes are image/png");
    }

    @Property(tries = 150)
    void aDamagedJpegIsRefusedOrDecodedButNothingElse(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 20) int hits) {
        assertRefusedOrDecoded(damaged(Samples.jpeg(96, 80), random, hits), "image/jpeg");
    }

    @Property(tries = 150)
    void aDamagedPngIsRefusedOrDecodedButNothingElse(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 20) int hits) {
        assertRefusedOrDecoded(damaged(Samples.png(96, 80, 16), random, hits), "image/png");
    }

    @Property(tries = 300)
    void aDamagedTiffIsRefusedOrDecodedButNothingElse(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 20) int hits) {
        assertRefusedOrDecoded(damaged(Samples.tiff(96, 80, 16, "LZW"), random, hits), "image/tiff");
    }

    private void assertRefusedOrDecoded(byte[] bytes, String mediaType) {
        try {
            var raster = decoding.decode(bytes, mediaType).raster();
            assertThat(raster.samples()).hasSize(raster.width() * raster.height());
        } catch (ImageRefused refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    private static byte[] damaged(byte[] bytes, Random random, int hits) {
        for (var i = 0; i < hits; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private static void assertExact(Raster raster, int bits) {
        assertThat(raster.bits()).isEqualTo(bits);
        for (var y = 0; y < 100; y += 7) {
            for (var x = 0; x < 200; x += 7) {
                var expected = Math.round(raster.fullScale() * Samples.transmission(x, y, 200, 100));
                assertThat((long) raster.at(x, y)).isEqualTo(expected);
            }
        }
    }

    /** Pictures by the other convention: dense is bright. */
    private static final class PngFiles {

        static byte[] inverted(Raster raster) {
            var out = new ByteArrayOutputStream();
            var info = new ar.com.hjg.pngj.ImageInfo(raster.width(), raster.height(), 8, false, true, false);
            var writer = new ar.com.hjg.pngj.PngWriter(out, info);
            var line = new ar.com.hjg.pngj.ImageLineInt(info);
            for (var y = 0; y < raster.height(); y++) {
                for (var x = 0; x < raster.width(); x++) {
                    line.getScanline()[x] = 255 - raster.at(x, y);
                }
                writer.writeRow(line);
            }
            writer.end();
            return out.toByteArray();
        }
    }
}
