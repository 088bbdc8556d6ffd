package nl.bovenstrooms.simulator.scene;

import nl.bovenstrooms.simulator.physics.Material;

/** What is smuggled. */
public enum Contraband {
    COCAINE(Material.COCAINE_HYDROCHLORIDE, 0.95, 1.18),
    CANNABIS_RESIN(Material.CANNABIS_RESIN, 1.0, 1.25),
    CIGARETTES(Material.TOBACCO, 0.2, 0.28),
    WEAPONS(Material.STEEL, 2.0, 3.2),
    CASH(Material.BANKNOTES, 0.7, 0.9),
    /** Stolen, behind the declared goods. */
    CAR(Material.STEEL, 0, 0);

    private final Material material;
    private final double leastDensity;
    private final double mostDensity;

    Contraband(Material material, double leastDensity, double mostDensity) {
        this.material = material;
        this.leastDensity = leastDensity;
        this.mostDensity = mostDensity;
    }

    Material material() {
        return material;
    }

    double leastDensity() {
        return leastDensity;
    }

    double mostDensity() {
        return mostDensity;
    }
}
