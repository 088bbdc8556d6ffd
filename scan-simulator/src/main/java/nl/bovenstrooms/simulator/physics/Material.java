package nl.bovenstrooms.simulator.physics;

/** What containers, goods and contraband are made of. Compositions by weight, from the usual handbooks. */
public enum Material {
    STEEL(7.85, "Fe 99 C 1"),
    ALUMINIUM(2.70, "Al 100"),
    COPPER(8.96, "Cu 100"),
    LEAD(11.34, "Pb 100"),
    WATER(1.00, "H 11.19 O 88.81"),
    WOOD(0.60, "C 50 H 6 O 44"),
    PAPER(0.85, "C 42 H 6 O 49 Ca 3"),
    COTTON(1.50, "C 44.4 H 6.2 O 49.4"),
    FRUIT(0.95, "H 10.6 C 6.7 O 82.5 K 0.2"),
    MEAT(1.04, "H 10.2 C 13.5 N 3.3 O 72.6 K 0.4"),
    STARCH(1.30, "C 43.5 H 6.6 N 1.5 O 48.4"),
    SUGAR(1.59, "C 42.1 H 6.5 O 51.4"),
    OIL(0.92, "C 77.4 H 11.8 O 10.8"),
    PLASTIC(0.95, "C 85.6 H 14.4"),
    FOAM(0.045, "C 62 H 6.5 N 6.5 O 25"),
    RUBBER(1.15, "C 85 H 8 S 3 O 4"),
    LEATHER(0.95, "C 50 H 7.5 N 16 O 25 S 1.5"),
    GLASS(2.50, "Si 34 O 46 Na 10 Ca 8 Mg 2"),
    CERAMIC(2.30, "Si 31 O 50 Al 12 K 3 Ca 2 Fe 2"),
    GRANITE(2.68, "Si 33 O 48.5 Al 7.5 K 3.5 Na 2.5 Ca 2 Fe 3"),
    IRON_ORE(4.50, "Fe 66 O 30 Si 4"),
    ALUMINA(3.90, "Al 53 O 47"),
    /** C17H22ClNO4. */
    COCAINE_HYDROCHLORIDE(1.10, "C 60.1 H 6.5 Cl 10.4 N 4.1 O 18.9"),
    CANNABIS_RESIN(1.15, "C 65 H 8 O 26 N 1"),
    TOBACCO(0.25, "C 45 H 6 O 44 N 3 K 2"),
    BANKNOTES(0.80, "C 44 H 6.2 O 49.8");

    private final double density;
    private final String composition;
    private final double water;
    private final double iron;

    Material(double density, String composition) {
        this.density = density;
        this.composition = composition;
        var basis = Basis.of(Composition.of(composition));
        water = basis.water();
        iron = basis.iron();
    }

    /** Of the solid material, or of a brick or bale of it, in g/cm3. */
    public double density() {
        return density;
    }

    /**
     * From the tables of the elements, in cm2/g.
     *
     * @param energyMeV 0.1 to 10
     */
    public double massAttenuation(double energyMeV) {
        return Composition.of(composition).massAttenuation(energyMeV);
    }

    /** Grams of water that stand for one gram of this, beside {@link #ironShare()}; may be negative for heavy metals. */
    public double waterShare() {
        return water;
    }

    /** Grams of iron that stand for one gram of this, beside {@link #waterShare()}; may be slightly negative. */
    public double ironShare() {
        return iron;
    }
}
