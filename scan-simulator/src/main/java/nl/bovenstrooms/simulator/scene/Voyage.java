package nl.bovenstrooms.simulator.scene;

import nl.bovenstrooms.simulator.Chance;

/** Two weeks at sea: goods settle, lean and slide by centimetres. */
public final class Voyage {

    private static final double SETTLING = 0.012;
    private static final double SECTION = 1.2;

    private Voyage() {}

    public static Container after(Container container, Chance chance) {
        var floor = container.box().inside().z0();
        var load = container.load();
        var sliding = chance.around(0, 0.015);
        var moved = load.solids().stream()
                .map(solid -> {
                    var section = chance.of((long) Math.floor(solid.x0() / SECTION));
                    var dx = sliding + section.around(0, 0.012);
                    var height = Math.max(0, solid.z0() - floor);
                    return solid.placed(
                            false, false, BoxType.WIDTH, dx, -SETTLING * height * section.between(0.2, 1.5));
                })
                .toList();
        return new Container(
                container.box(),
                container.shell(),
                new Load(load.kind(), moved, load.kilograms(), load.fill(), load.grainSeed()),
                container.confusers(),
                container.threat());
    }
}
