package nl.bovenstrooms.simulator.projection;

import java.util.Arrays;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.physics.Detector;
import nl.bovenstrooms.simulator.physics.Noise;
import nl.bovenstrooms.simulator.physics.Spectrum;
import nl.bovenstrooms.simulator.scanner.Footprint;
import nl.bovenstrooms.simulator.scanner.View;
import nl.bovenstrooms.simulator.scene.BoxType;
import nl.bovenstrooms.simulator.scene.Bundle;
import org.jspecify.annotations.Nullable;

/**
 * Puts contraband into a picture. Attenuation adds, so it is done on -ln of transmission; where the picture has a gamma, -ln
 * of brightness is proportional to it and takes the same sum, divided by the gamma. The picture's own noise is kept and made
 * as strong as fewer photons would have it.
 */
public final class ThreatProjection {

    private static final double USUAL_DISTANCE = 2.2;
    private static final double USUAL_HEIGHT = 0.9;
    private static final double USUAL_CURVATURE = 0.3;

    /** Less than this does not show in any picture. */
    private static final float LEAST_ATTENUATION = 0.02f;

    private ThreatProjection() {}

    /**
     * @param box kind of container, for the scale of the picture
     * @param container where it stands in the picture
     * @param bundle what is put in
     * @param kilograms 1 to 2000
     * @param along where its middle is: 0 at the left end of the container, 1 at the right end
     * @param height of its bottom: 0 on the floor, 1 under the roof
     * @param gamma of the picture's brightness; 1 when brightness is transmission
     * @param visibility wanted mean contrast in units of the noise; 0 for what that mass really does
     */
    public record Request(
            BoxType box,
            Region container,
            Bundle bundle,
            double kilograms,
            double along,
            double height,
            double gamma,
            double visibility) {

        public Request {
            require(kilograms >= 1 && kilograms <= 2000, "a mass is 1 to 2000 kg, not " + kilograms);
            require(along >= 0 && along <= 1, "a place along the container is 0 to 1, not " + along);
            require(height >= 0 && height <= 1, "a height in the container is 0 to 1, not " + height);
            require(gamma >= 0.3 && gamma <= 5, "a gamma is 0.3 to 5, not " + gamma);
            require(visibility >= 0 && visibility <= 1000, "a visibility is 0 to 1000, not " + visibility);
        }

        private static void require(boolean condition, String message) {
            if (!condition) {
                throw new IllegalArgumentException(message);
            }
        }
    }

    /**
     * @param principal the picture with contraband
     * @param low the softer beam's picture with contraband, where there was one
     * @param mask 1 where contraband is in the way of the rays, row by row
     * @param region around all of it
     * @param visibility mean contrast in units of the noise, as it came out
     */
    @SuppressWarnings("ArrayRecordComponent") // megabytes, never compared
    public record Projected(Raster principal, @Nullable Raster low, byte[] mask, Region region, double visibility) {}

    /**
     * @param principal the picture; 0 is opaque
     * @param low the softer beam's picture of the same size, or null
     * @throws IllegalArgumentException when the container is not in the picture, or contraband not in the container
     */
    public static Projected into(Raster principal, @Nullable Raster low, Request request, Chance chance) {
        var region = request.container();
        if (!region.fitsIn(principal.width(), principal.height())) {
            throw new IllegalArgumentException("the container's region %s lies outside the picture of %d x %d"
                    .formatted(region, principal.width(), principal.height()));
        }
        var hard = attenuation(request, 6, chance);
        var noise = noise(principal, region);
        var physical = contrast(principal, region, hard, request.gamma(), noise);
        if (physical <= 0) {
            throw new IllegalArgumentException("there is no room for that in the container's region");
        }
        var strength = request.visibility() == 0 ? 1 : strength(principal, request, hard, noise);
        var random = new Noise(chance.seedOf("noise"));
        var changed = applied(principal, region, hard, strength / request.gamma(), noise, random);
        var soft = low == null
                ? null
                : applied(
                        low,
                        region,
                        attenuation(request, 4, chance),
                        strength / request.gamma(),
                        noise(low, region),
                        random);
        var mask = mask(principal, region, hard, strength);
        return new Projected(
                changed,
                soft,
                mask,
                outline(mask, principal.width()),
                contrast(principal, region, scaled(hard, strength), request.gamma(), noise));
    }

    private static float[] attenuation(Request request, double endPointMeV, Chance chance) {
        var region = request.container();
        var box = request.box();
        var inside = box.inside();
        var view = new View(
                region.width(),
                region.height(),
                new View.Stand(USUAL_DISTANCE, USUAL_HEIGHT, USUAL_CURVATURE),
                new View.Window(0, box.length(), box.height(), 0),
                View.Motion.EVEN);
        var x = Math.max(inside.x0() + 0.35, Math.min(inside.x1() - 0.35, request.along() * box.length()));
        var z = inside.z0() + request.height() * (inside.z1() - inside.z0() - 0.3);
        var solids = request.bundle()
                .solids(request.kilograms(), x, chance.of("depth").between(0.3, 1.2), z, chance.of("bundle"));
        return Footprint.of(solids, view, Spectrum.linac(endPointMeV, 12, new Detector(20)));
    }

    /** Doubling and halving until the wanted contrast is met: more contraband also means less light to see it by. */
    private static double strength(Raster picture, Request request, float[] attenuation, double noise) {
        var low = 0.0;
        var high = 1.0;
        while (high < 64
                && contrast(picture, request.container(), scaled(attenuation, high), request.gamma(), noise)
                        < request.visibility()) {
            high *= 2;
        }
        for (var step = 0; step < 24; step++) {
            var middle = (low + high) / 2;
            if (contrast(picture, request.container(), scaled(attenuation, middle), request.gamma(), noise)
                    < request.visibility()) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static float[] scaled(float[] attenuation, double strength) {
        var scaled = attenuation.clone();
        for (var index = 0; index < scaled.length; index++) {
            scaled[index] *= (float) strength;
        }
        return scaled;
    }

    /** Mean change over the pixels of contraband, in units of the noise. */
    private static double contrast(Raster picture, Region region, float[] attenuation, double gamma, double noise) {
        var sum = 0.0;
        var count = 0;
        for (var index = 0; index < attenuation.length; index++) {
            if (attenuation[index] > 0) {
                var value = picture.at(region.x() + index % region.width(), region.y() + index / region.width());
                sum += value * (1 - Math.exp(-attenuation[index] / gamma));
                count++;
            }
        }
        return count == 0 ? 0 : sum / count / noise;
    }

    /** Deviation of the noise in the container, from differences of neighbours in both directions, robust against edges. */
    private static double noise(Raster picture, Region region) {
        var differences = new float[Math.max(1, region.width() / 2) * Math.max(1, region.height() / 2)];
        var count = 0;
        for (var row = region.y(); row + 1 < region.y() + region.height(); row += 2) {
            for (var column = region.x(); column + 1 < region.x() + region.width(); column += 2) {
                if (count < differences.length && picture.at(column, row) > picture.fullScale() / 200) {
                    differences[count++] = Math.abs(picture.at(column, row)
                                    - picture.at(column + 1, row)
                                    - picture.at(column, row + 1)
                                    + picture.at(column + 1, row + 1))
                            / 2f;
                }
            }
        }
        if (count == 0) {
            return picture.fullScale() / 500.0;
        }
        Arrays.sort(differences, 0, count);
        // 0.6745 is the median of the absolute value of a normal variable. Rounding to whole numbers is noise as well.
        return Math.max(0.29, differences[count / 2] / 0.6745);
    }

    private static Raster applied(
            Raster picture, Region region, float[] attenuation, double factor, double noise, Noise random) {
        var samples = picture.samples().clone();
        for (var index = 0; index < attenuation.length; index++) {
            if (attenuation[index] <= 0) {
                continue;
            }
            var pixel = (region.y() + index / region.width()) * picture.width() + region.x() + index % region.width();
            var ratio = Math.exp(-attenuation[index] * factor);
            var missingNoise = noise * Math.sqrt(Math.max(0, ratio - ratio * ratio)) * random.next();
            var value = (samples[pixel] & 0xFFFF) * ratio + missingNoise;
            samples[pixel] = (short) Math.max(0, Math.min(picture.fullScale(), Math.round(value)));
        }
        return new Raster(picture.width(), picture.height(), picture.bits(), samples);
    }

    private static byte[] mask(Raster picture, Region region, float[] attenuation, double strength) {
        var mask = new byte[picture.width() * picture.height()];
        for (var index = 0; index < attenuation.length; index++) {
            if (attenuation[index] * strength >= LEAST_ATTENUATION) {
                mask[(region.y() + index / region.width()) * picture.width() + region.x() + index % region.width()] = 1;
            }
        }
        return mask;
    }

    private static Region outline(byte[] mask, int width) {
        var left = width;
        var right = -1;
        var top = Integer.MAX_VALUE;
        var bottom = -1;
        for (var index = 0; index < mask.length; index++) {
            if (mask[index] != 0) {
                left = Math.min(left, index % width);
                right = Math.max(right, index % width);
                top = Math.min(top, index / width);
                bottom = Math.max(bottom, index / width);
            }
        }
        return right < 0 ? new Region(0, 0, 1, 1) : new Region(left, top, right - left + 1, bottom - top + 1);
    }
}
