package nl.bovenstrooms.contracts.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
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
    void differencesToTheRowAboveAreFoldedAndTakeAsManyBitsAsTheLargestOfTheirGroup() {
        var raster = new Raster(3, 2, 16, new short[] {0, 1, (short) 0xFFFF, 3, 0, (short) 0xFFFF});
        assertThat(RasterCodec.encode(raster))
                .containsExactly(
                        2,
                        0b01_10_00,
                        0,
                        0,
                        0, // 0, 1, -1 become 0, 2, 1 of 2 bits; and 13 times nothing
                        3,
                        0b000_001_110 & 0xFF,
                        0,
                        0,
                        0,
                        0,
                        0); // 3, -1, 0 become 6, 1, 0 of 3 bits
    }

    @Test
    void openBeamTakesAByteForSixteenSamples() {
        var open = new short[32 * 2];
        Arrays.fill(open, (short) 0xFF);
        // 255 is -1 modulo 256: the first row has a bit for each sample, and the second none.
        assertThat(RasterCodec.encode(new Raster(32, 2, 8, open))).containsExactly(1, -1, -1, 1, -1, -1, 0, 0);
    }

    @Test
    void wildSamplesTakeAllTheirBits() {
        var wild = new short[16];
        for (var index = 0; index < wild.length; index++) {
            wild[index] = (short) (0x8000 + index);
        }
        var encoded = RasterCodec.encode(new Raster(16, 1, 16, wild));
        assertThat(encoded).hasSize(1 + 32).startsWith(16);
        assertThat(RasterCodec.decode(encoded, 16, 1, 16).samples()).isEqualTo(wild);
    }

    @Test
    void aChannelWithMoreOrLessThanItsSizeIsRefused() {
        var encoded = RasterCodec.encode(new Raster(4, 4, 8, new short[16]));
        assertThatThrownBy(() -> RasterCodec.decode(encoded, 4, 3, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RasterCodec.decode(encoded, 4, 5, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RasterCodec.decode(encoded, 17, 4, 8)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void groupsOfMoreBitsThanASampleHasAndGroupsCutOffAreRefused() {
        for (var damaged : new byte[][] {{}, {9}, {-1}, {1, 0}, {8, 0, 0}}) {
            assertThatThrownBy(() -> RasterCodec.decode(damaged, 16, 1, 8))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("the channel");
        }
    }

    @Test
    void aRasterHasAsManySamplesAsPixels() {
        assertThatThrownBy(() -> new Raster(2, 2, 8, new short[3])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Raster(2, 2, 12, new short[4])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Raster(0, 2, 8, new short[0])).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Raster(1, 1, 16, new short[] {(short) 0xFFFF}).at(0, 0)).isEqualTo(65535);
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
                        // Of all roughness, from open beam to noise.
                        samples[i] = (short) random.nextInt(1 << random.nextInt(bits + 1));
                    }
                    return new Raster(width, height, bits, samples);
                });
    }
}
