package nl.bovenstrooms.simulator.scanner;

import java.util.List;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.physics.Noise;
import nl.bovenstrooms.simulator.physics.TransmissionTable;
import nl.bovenstrooms.simulator.scene.Layer;
import nl.bovenstrooms.simulator.scene.Scene;
import nl.bovenstrooms.simulator.scene.Solid;
import org.jspecify.annotations.Nullable;

/** Makes a picture of a scene: mass in the way of the rays, transmission, scatter, blur, noise, and the machine's faults. */
public final class Exposing {

    private static final int SCATTER_CELL = 16;

    private final ScannerModel scanner;
    private final TransmissionTable high;
    private final @Nullable TransmissionTable low;

    public Exposing(ScannerModel scanner) {
        this.scanner = scanner;
        high = TransmissionTable.of(scanner.beam().high());
        low = scanner.beam().isDual() ? TransmissionTable.of(scanner.beam().low()) : null;
    }

    /** @param chance noise and faults of this passage */
    public Exposure of(Scene scene, View view, Chance chance) {
        return of(scene, scene.solids(), view, chance);
    }

    /**
     * A part of the picture, for a part of the work. Noise and faults are other ones than in the whole picture.
     *
     * @param view of everything
     */
    public Exposure of(Scene scene, View view, Region part, Chance chance) {
        // Columns sink and rise with the vehicle: what comes in from above and below is drawn too.
        var first = Math.max(0, part.y() - view.mostSink());
        var end = Math.min(view.height(), part.y() + part.height() + view.mostSink());
        var taller = view.part(new Region(part.x(), first, part.width(), end - first));
        return of(scene, taller, chance).rows(part.y() - first, part.height());
    }

    /**
     * From a source above the vehicle.
     *
     * @param view whose depth counts from the roof downwards, and whose heights go across the vehicle
     */
    public Exposure fromAbove(Scene scene, View view, Chance chance) {
        return of(scene, scene.solidsFromAbove(), view, chance);
    }

    private Exposure of(Scene scene, List<Solid> solids, View view, Chance chance) {
        var structure = new MassMap(view.width(), view.height());
        var load = new MassMap(view.width(), view.height());
        var hasThreat = scene.containers().stream()
                .anyMatch(placed -> placed.container().hidden().isPresent());
        var contraband = hasThreat ? new MassMap(view.width(), view.height()) : null;
        var hollows = hasThreat ? new MassMap(view.width(), view.height()) : null;
        var projector = new Projector(view);
        for (var solid : solids) {
            projector.add(solid, mapOf(solid, structure, load, contraband));
            if (hollows != null && solid.density() < 0) {
                projector.add(solid, hollows);
            }
        }
        structure.sum();
        load.sum();
        scene.containers().forEach(placed -> Grain.apply(load, view, placed));
        structure.add(load);
        if (contraband == null || hollows == null) {
            return expose(structure, null, 0, view, chance);
        }
        contraband.sum();
        hollows.sum();
        scene.containers().forEach(placed -> Grain.apply(hollows, view, placed));
        var conspicuity = new Conspicuity(high, scanner.beam().photons(), view.width(), view.height())
                .of(structure, hollows, contraband);
        return expose(structure, contraband, conspicuity, view, chance);
    }

    private static MassMap mapOf(Solid solid, MassMap structure, MassMap load, @Nullable MassMap contraband) {
        if (solid.layer() == Layer.CONTRABAND && contraband != null) {
            return contraband;
        }
        return solid.layer() == Layer.LOAD ? load : structure;
    }

    private Exposure expose(MassMap goods, @Nullable MassMap contraband, double conspicuity, View view, Chance chance) {
        var threat = new float[view.width() * view.height()];
        if (contraband != null) {
            shiftedSum(contraband, view, threat);
        }
        var visibility = contraband == null ? 0 : visibility(goods, contraband, threat, view);
        if (contraband != null) {
            goods.add(contraband);
        }
        var faults = new FaultPattern(scanner.faults(), view.width(), view.height(), chance.of("faults"));
        var principal = lines(goods, high, view, scanner.beam().photons(), faults, chance.seedOf("high"));
        var softer = low == null
                ? null
                : lines(goods, low, view, scanner.beam().photons() * 0.45, faults, chance.seedOf("low"));
        return new Exposure(view.width(), view.height(), principal, softer, threat, visibility, conspicuity);
    }

    private static void shiftedSum(MassMap map, View view, float[] sums) {
        var height = view.height();
        for (var column = 0; column < view.width(); column++) {
            var sink = (int) Math.round(view.sinkAt(column));
            for (var row = 0; row < height; row++) {
                var source = row - sink;
                if (source >= 0 && source < height) {
                    var index = column * height + source;
                    sums[column * height + row] = map.water[index] + map.iron[index];
                }
            }
        }
    }

    private double visibility(MassMap goods, MassMap contraband, float[] threat, View view) {
        var sum = 0.0;
        var count = 0;
        for (var index = 0; index < view.width() * view.height(); index++) {
            if (contraband.water[index] + contraband.iron[index] < 1.2f) {
                continue;
            }
            var without = high.transmission(goods.water[index], goods.iron[index]);
            var with = high.transmission(
                    goods.water[index] + contraband.water[index], goods.iron[index] + contraband.iron[index]);
            var noise = Math.sqrt(Math.max(with, without) / scanner.beam().photons()
                    + scanner.faults().electronicNoise() * scanner.faults().electronicNoise()
                    + 1e-10);
            sum += Math.abs(without - with) / noise;
            count++;
        }
        return count == 0 || threat.length == 0 ? 0 : sum / count;
    }

    private float[] lines(
            MassMap goods, TransmissionTable table, View view, double photons, FaultPattern faults, long seed) {
        var lines = transmission(goods, table, view);
        scatter(lines, view.width(), view.height(), (float) scanner.beam().scatter());
        blur(lines, view.width(), view.height(), (float) scanner.faults().blur());
        noise(lines, view, photons, faults, new Noise(seed));
        return lines;
    }

    /** The vehicle's slant and wobble move whole columns, by fractions of rows. */
    private static float[] transmission(MassMap goods, TransmissionTable table, View view) {
        var height = view.height();
        var lines = new float[view.width() * height];
        for (var column = 0; column < view.width(); column++) {
            var sink = view.sinkAt(column);
            var whole = (int) Math.floor(sink);
            var share = (float) (sink - whole);
            var start = column * height;
            for (var row = 0; row < height; row++) {
                var below = start + Math.max(0, Math.min(height - 1, row - whole));
                var above = start + Math.max(0, Math.min(height - 1, row - whole - 1));
                lines[start + row] = table.transmission(
                        goods.water[below] + share * (goods.water[above] - goods.water[below]),
                        goods.iron[below] + share * (goods.iron[above] - goods.iron[below]));
            }
        }
        return lines;
    }

    /** Scattered photons lay a veil over the picture that follows its brightness roughly. */
    private static void scatter(float[] lines, int width, int height, float share) {
        if (share <= 0) {
            return;
        }
        var columns = (width + SCATTER_CELL - 1) / SCATTER_CELL;
        var rows = (height + SCATTER_CELL - 1) / SCATTER_CELL;
        var veil = new float[columns * rows];
        for (var column = 0; column < width; column += 4) {
            for (var row = 0; row < height; row += 4) {
                veil[column / SCATTER_CELL * rows + row / SCATTER_CELL] += lines[column * height + row];
            }
        }
        for (var pass = 0; pass < 2; pass++) {
            smooth(veil, columns, rows, rows, 1);
            smooth(veil, rows, columns, 1, rows);
        }
        var factor = share * 16f / (SCATTER_CELL * SCATTER_CELL);
        for (var column = 0; column < width; column++) {
            var cell = column / SCATTER_CELL * rows;
            for (var row = 0; row < height; row++) {
                var index = column * height + row;
                lines[index] = (1 - share) * lines[index] + factor * veil[cell + row / SCATTER_CELL];
            }
        }
    }

    private static void smooth(float[] values, int outer, int inner, int outerStep, int innerStep) {
        for (var line = 0; line < outer; line++) {
            var start = line * outerStep;
            var before = values[start];
            for (var index = 0; index < inner; index++) {
                var place = start + index * innerStep;
                var here = values[place];
                var after = index + 1 < inner ? values[place + innerStep] : here;
                values[place] = 0.3f * before + 0.4f * here + 0.3f * after;
                before = here;
            }
        }
    }

    /** Focal spot, light in the scintillators, motion: the same in both directions. */
    private static void blur(float[] lines, int width, int height, float share) {
        if (share <= 0) {
            return;
        }
        var centre = 1 - 2 * share;
        for (var column = 0; column < width; column++) {
            var start = column * height;
            var before = lines[start];
            for (var row = 0; row < height; row++) {
                var here = lines[start + row];
                var after = row + 1 < height ? lines[start + row + 1] : here;
                lines[start + row] = share * (before + after) + centre * here;
                before = here;
            }
        }
        var left = new float[height];
        System.arraycopy(lines, 0, left, 0, height);
        for (var column = 0; column < width; column++) {
            var start = column * height;
            var next = column + 1 < width ? start + height : start;
            for (var row = 0; row < height; row++) {
                var here = lines[start + row];
                lines[start + row] = share * (left[row] + lines[next + row]) + centre * here;
                left[row] = here;
            }
        }
    }

    private void noise(float[] lines, View view, double photons, FaultPattern faults, Noise noise) {
        var height = view.height();
        var perPhoton = (float) (1 / photons);
        var dark =
                (float) (scanner.faults().electronicNoise() * scanner.faults().electronicNoise());
        for (var column = 0; column < view.width(); column++) {
            var start = column * height;
            var pulse = faults.pulse(column);
            for (var row = 0; row < height; row++) {
                var value = lines[start + row];
                var noisy = value + (float) Math.sqrt(value * perPhoton + dark) * noise.next();
                lines[start + row] = noisy * pulse * faults.gain(row);
            }
            faults.patchDeadRows(lines, start);
        }
    }
}
