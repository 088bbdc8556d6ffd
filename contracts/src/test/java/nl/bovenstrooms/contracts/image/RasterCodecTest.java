package nl.bovenstrooms.contracts.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RasterCodecTest {

    @Property(tries = 300)
    void whatIsEncodedComesBackToTheLastGreyLevel(@ForAll("rasters") Raster raster) {
        var decoded = RasterCodec.decode(RasterCodec.encode(raster), raster.width(), raster.height(), raster.bits());
        assertThat(decoded.samples()).isEqualTo(raster.samples());
    }

    @Property(tries = 300)
    void damagedBytesAreRefusedOrDecodedButNeverCrash(@ForAll("rasters") Raster raster, @ForAll Random random) {
        var damaged = RasterCodec.encode(raster);
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
        try {
            var decoded = RasterCodec.decode(damaged, raster.width(), raster.height(), raster.bits());
            assertThat(decoded.samples()).hasSameSizeAs(raster.samples());
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageStartingWith("the channel");
        }
    }

    @Test
    void sixteenBitsAreHighBytesThenLowBytesOfDifferencesAlongTheRow() throws IOException {
        var raster = new Raster(3, 2, 16, new short[] {0x0102, 0x0101, (short) 0xFFFF, 0x0001, 0x0000, 0x0000});
        assertThat(unpacked(raster))
                .containsExactly(
                        0x01, 0xFF, 0xFE, 0x00, 0xFF, 0x00, // high bytes of 0102, FFFF, FEFE; 0001, FFFF, 0000
                        0x02, 0xFF, 0xFE, 0x01, 0xFF, 0x00);
    }

    @Test
    void eightBitsAreOnePlane() throws IOException {
        var raster = new Raster(2, 2, 8, new short[] {10, 5, 255, 0});
        assertThat(unpacked(raster)).containsExactly(10, 0xFB, 0xFF, 0x01);
    }

    @Test
    void aChannelWithMoreOrLessThanItsSizeIsRefused() {
        var encoded = RasterCodec.encode(new Raster(4, 4, 8, new short[16]));
        assertThatThrownBy(() -> RasterCodec.decode(encoded, 4, 3, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RasterCodec.decode(encoded, 4, 5, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RasterCodec.decode(new byte[] {'P', 'K'}, 4, 4, 8))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRasterHasAsManySamplesAsPixels() {
        assertThatThrownBy(() -> new Raster(2, 2, 8, new short[3])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Raster(2, 2, 12, new short[4])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Raster(0, 2, 8, new short[0])).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Raster(1, 1, 16, new short[] {(short) 0xFFFF}).at(0, 0)).isEqualTo(65535);
    }

    private static int[] unpacked(Raster raster) throws IOException {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(RasterCodec.encode(raster)))) {
            var bytes = gzip.readAllBytes();
            var values = new int[bytes.length];
            Arrays.setAll(values, i -> bytes[i] & 0xFF);
            return values;
        }
    }

    @Provide
    Arbitrary<Raster> rasters() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.integers().between(1, 20),
                        Arbitraries.of(8, 16),
                        Arbitraries.longs())
                .as((width, height, bits, seed) -> {
                    var random = new Random(seed);
                    var samples = new short[width * height];
                    for (var i = 0; i < samples.length; i++) {
                        samples[i] = (short) random.nextInt(1 << bits);
                    }
                    return new Raster(width, height, bits, samples);
                });
    }
}
