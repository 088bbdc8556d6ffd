package nl.bovenstrooms.simulator.scanner;

import java.util.List;
import nl.bovenstrooms.simulator.physics.Spectrum;
import nl.bovenstrooms.simulator.physics.TransmissionTable;
import nl.bovenstrooms.simulator.scene.Solid;

/** What solids alone do to a beam: -ln of their transmission, row by row. */
public final class Footprint {

    private Footprint() {}

    /** @return attenuation of each pixel, 0 where no solid is; width times height values */
    public static float[] of(List<Solid> solids, View view, Spectrum spectrum) {
        var map = new MassMap(view.width(), view.height());
        var projector = new Projector(view);
        solids.forEach(solid -> projector.add(solid, map));
        map.sum();
        var table = TransmissionTable.of(spectrum);
        var attenuation = new float[view.width() * view.height()];
        for (var column = 0; column < view.width(); column++) {
            for (var row = 0; row < view.height(); row++) {
                var index = column * view.height() + row;
                var mass = map.water[index] + map.iron[index];
                attenuation[row * view.width() + column] = mass < 1e-3f
                        ? 0
                        : (float) -Math.log(Math.max(1e-6, table.transmission(map.water[index], map.iron[index])));
            }
        }
        return attenuation;
    }
}
