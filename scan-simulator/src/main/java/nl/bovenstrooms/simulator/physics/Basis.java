package nl.bovenstrooms.simulator.physics;

/**
 * A material as so much water and so much iron. At 0.3 to 9 MeV Compton scattering and pair production do all the work, and
 * these two span both: one pair of mass-thickness maps then stands for any number of materials.
 *
 * @param water g of water that stand for 1 g of the material
 * @param iron g of iron that stand for 1 g of the material
 */
record Basis(double water, double iron) {

    private static final Composition WATER = Composition.of("H 11.19 O 88.81");
    private static final Composition IRON = Composition.of("Fe 100");
    private static final int ENERGIES = 24;
    private static final double LOWEST_MEV = 0.3;
    private static final double HIGHEST_MEV = 9;

    /** Least squares of the relative error over energies that are spread evenly on a logarithmic axis. */
    static Basis of(Composition composition) {
        double waterWater = 0;
        double waterIron = 0;
        double ironIron = 0;
        double waterTarget = 0;
        double ironTarget = 0;
        for (var index = 0; index < ENERGIES; index++) {
            var energy = LOWEST_MEV * Math.pow(HIGHEST_MEV / LOWEST_MEV, index / (ENERGIES - 1.0));
            var target = composition.massAttenuation(energy);
            var water = waterAttenuation(energy) / target;
            var iron = ironAttenuation(energy) / target;
            waterWater += water * water;
            waterIron += water * iron;
            ironIron += iron * iron;
            waterTarget += water;
            ironTarget += iron;
        }
        var determinant = waterWater * ironIron - waterIron * waterIron;
        return new Basis(
                (waterTarget * ironIron - ironTarget * waterIron) / determinant,
                (ironTarget * waterWater - waterTarget * waterIron) / determinant);
    }

    static double waterAttenuation(double energyMeV) {
        return WATER.massAttenuation(energyMeV);
    }

    static double ironAttenuation(double energyMeV) {
        return IRON.massAttenuation(energyMeV);
    }
}
