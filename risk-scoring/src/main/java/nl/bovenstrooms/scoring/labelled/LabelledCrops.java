package nl.bovenstrooms.scoring.labelled;

import java.util.List;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.labelled.LabelledImages.Labelled;
import nl.bovenstrooms.scoring.training.Crop;
import nl.bovenstrooms.scoring.training.Crops;
import nl.bovenstrooms.scoring.training.Recipe;
import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.projection.ThreatProjection;
import nl.bovenstrooms.simulator.scene.BoxType;
import nl.bovenstrooms.simulator.scene.Bundle;
import org.jspecify.annotations.Nullable;

/**
 * A user's own pictures to learn from. A container that holds contraband has no twin without it, so that twins are made the other
 * way round: contraband is put into a clean one. Contraband that is labelled is set beside the same place of a clean container.
 */
public final class LabelledCrops implements Crops {

    /** Of the container's length, so much is in a part. */
    private static final double PART_WIDTH = Recipe.PART_WIDTH / (double) Recipe.WIDTH;

    /** Of the container's height, so much is in a part. */
    private static final double PART_HEIGHT = Recipe.PART_HEIGHT / (double) Recipe.HEIGHT;

    private static final int ATTEMPTS = 8;

    /** Learning from the labelled contraband in this share of the pairs, where there is any. */
    private static final double LABELLED = 0.5;

    private final LabelledImages images;
    private final List<Labelled> clean;
    private final List<Labelled> holding;
    private final List<Labelled> complete;
    private final Crops simulated;

    /**
     * @param simulated gives the whole containers where of none of one's own kind, mass, fill and doors are known
     * @throws ImagesRefused when none of the containers is clean
     */
    public LabelledCrops(LabelledImages images, Crops simulated) {
        this.images = images;
        this.simulated = simulated;
        clean = images.clean();
        holding = images.holding();
        complete = images.complete();
        if (clean.isEmpty()) {
            throw new ImagesRefused(
                    List.of("%s holds no container without contraband: at least one is needed to learn from"
                            .formatted(images.folder().toAbsolutePath())));
        }
    }

    /** A whole container of which all is known. */
    @Override
    public Crop crop(long seed) {
        return complete.isEmpty()
                ? simulated.crop(seed)
                : images.crop(new Chance(seed).of("own").oneOf(complete));
    }

    @Override
    public List<Crop> twins(long seed, double leastVisibility) {
        var chance = new Chance(seed).of("own twins");
        var without = images.crop(chance.oneOf(clean));
        var with = !holding.isEmpty() && chance.in(LABELLED)
                ? images.crop(chance.oneOf(holding))
                : projected(without, chance);
        var hidden = with.hidden();
        return hidden == null || hidden.visibility() < leastVisibility ? List.of() : List.of(without, with);
    }

    @Override
    public List<Crop> partTwins(long seed, double leastVisibility) {
        var twins = twins(seed, leastVisibility);
        if (twins.isEmpty()) {
            return List.of();
        }
        var without = twins.get(0);
        var with = twins.get(1);
        var part = partAbout(with, new Chance(seed).of("own part"));
        return List.of(part(without, sameOf(part, with, without)), part(with, part));
    }

    @Override
    public Crop anyPart(long seed) {
        var chance = new Chance(seed).of("own part");
        var crop = images.crop(chance.oneOf(clean));
        return part(crop, partAbout(crop, chance));
    }

    /** The same container with bags or bricks in it; without, where there is no room for any. */
    private static Crop projected(Crop clean, Chance chance) {
        var picture = clean.principal();
        var whole = new Region(0, 0, picture.width(), picture.height());
        // A viewer's curve is not known of an 8-bit picture; raw data has none.
        var gamma = picture.bits() == 8 ? chance.between(1.2, 2.4) : 1;
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var own = chance.of(attempt);
            var bundle = own.oneOf(List.of(Bundle.values()));
            var request = new ThreatProjection.Request(
                    BoxType.valueOf(clean.box()),
                    whole,
                    bundle,
                    own.betweenByRatio(15, 400),
                    own.between(0.0, 1.0),
                    own.between(0.0, 0.8),
                    gamma,
                    own.in(0.5) ? own.betweenByRatio(4, 40) : 0);
            var crop = projected(clean, request, own);
            if (crop != null) {
                return crop;
            }
        }
        return clean;
    }

    private static @Nullable Crop projected(Crop clean, ThreatProjection.Request request, Chance chance) {
        try {
            var projected = ThreatProjection.into(clean.principal(), clean.low(), request, chance);
            return new Crop(
                    projected.principal(),
                    projected.low(),
                    projected.mask(),
                    new Crop.Hidden(
                            request.bundle().name(),
                            "PUT_IN",
                            request.kilograms(),
                            projected.visibility(),
                            projected.visibility()),
                    clean.loadKind(),
                    clean.fill(),
                    clean.kilograms(),
                    clean.doorsRight(),
                    clean.box(),
                    clean.scanner(),
                    clean.path());
        } catch (IllegalArgumentException e) {
            // There is no room at that place: another one is tried.
            return null;
        }
    }

    /** An eighth of the container, with its contraband somewhere in it, where there is some. */
    private static Region partAbout(Crop crop, Chance chance) {
        var picture = crop.principal();
        var width = Math.max(1, (int) Math.round(picture.width() * PART_WIDTH));
        var height = Math.max(1, (int) Math.round(picture.height() * PART_HEIGHT));
        var spareColumns = picture.width() - width;
        var spareRows = picture.height() - height;
        var middle = crop.holdsThreat() ? pixelOf(crop.threat(), chance) : -1;
        if (middle < 0) {
            return new Region(chance.between(0, spareColumns), chance.between(0, spareRows), width, height);
        }
        var x = middle % picture.width() - width / 2 + (int) (width * chance.between(-0.35, 0.35));
        var y = middle / picture.width() - height / 2 + (int) (height * chance.between(-0.35, 0.35));
        return new Region(Math.max(0, Math.min(spareColumns, x)), Math.max(0, Math.min(spareRows, y)), width, height);
    }

    /** One of those in the way of contraband; -1 when there is none. */
    private static int pixelOf(byte[] mask, Chance chance) {
        var count = 0;
        for (var pixel : mask) {
            count += pixel;
        }
        if (count == 0) {
            return -1;
        }
        var wanted = chance.between(0, count - 1);
        for (var pixel = 0; pixel < mask.length; pixel++) {
            if (mask[pixel] != 0 && wanted-- == 0) {
                return pixel;
            }
        }
        throw new AssertionError("so many pixels were counted");
    }

    /** The same part of another container. */
    private static Region sameOf(Region part, Crop of, Crop other) {
        var from = of.principal();
        var to = other.principal();
        var width = Math.max(1, (int) Math.round(to.width() * PART_WIDTH));
        var height = Math.max(1, (int) Math.round(to.height() * PART_HEIGHT));
        return new Region(
                Math.min(to.width() - width, part.x() * to.width() / from.width()),
                Math.min(to.height() - height, part.y() * to.height() / from.height()),
                width,
                height);
    }

    private static Crop part(Crop crop, Region part) {
        var low = crop.low();
        return new Crop(
                LabelledImages.part(crop.principal(), part),
                low == null ? null : LabelledImages.part(low, part),
                part(crop.threat(), crop.principal(), part),
                crop.hidden(),
                crop.loadKind(),
                crop.fill(),
                crop.kilograms(),
                crop.doorsRight(),
                crop.box(),
                crop.scanner(),
                crop.path());
    }

    private static byte[] part(byte[] mask, Raster picture, Region part) {
        var some = new byte[part.width() * part.height()];
        for (var row = 0; row < part.height(); row++) {
            System.arraycopy(
                    mask, (part.y() + row) * picture.width() + part.x(), some, row * part.width(), part.width());
        }
        return some;
    }
}
