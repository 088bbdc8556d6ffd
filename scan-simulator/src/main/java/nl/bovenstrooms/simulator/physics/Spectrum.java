package nl.bovenstrooms.simulator.physics;

/**
 * How much each photon energy adds to the signal of an open beam. Energies and weights have the same length, weights add up
 * to 1.
 */
public final class Spectrum {

    private static final int BINS = 24;
    private static final double LOWEST_MEV = 0.12;

    private final double[] energiesMeV;
    private final double[] weights;

    private Spectrum(double[] energiesMeV, double[] weights) {
        this.energiesMeV = energiesMeV;
        this.weights = weights;
        var sum = 0.0;
        for (var weight : weights) {
            sum += weight;
        }
        for (var bin = 0; bin < weights.length; bin++) {
            weights[bin] /= sum;
        }
    }

    /**
     * Bremsstrahlung of a linac: Kramers' thick target, photons per energy as (E0 - E) / E, hardened by the target and the
     * exit window, weighted with the energy that the scintillator takes from each photon.
     *
     * @param endPointMeV energy of the electrons, 1 to 10
     * @param filter iron in the way of the beam in front of the goods, in g/cm2
     * @param detector what turns photons into a signal
     */
    public static Spectrum linac(double endPointMeV, double filter, Detector detector) {
        var energies = new double[BINS];
        var weights = new double[BINS];
        for (var bin = 0; bin < BINS; bin++) {
            var position = (bin + 0.5) / BINS;
            // Bins are narrow at the bottom, where attenuation changes fast.
            var energy = LOWEST_MEV + (endPointMeV - LOWEST_MEV) * position * position;
            var width = 2 * position;
            energies[bin] = energy;
            weights[bin] = width
                    * (endPointMeV - energy)
                    / energy
                    * Math.exp(-filter * Basis.ironAttenuation(energy))
                    * detector.signal(energy);
        }
        return new Spectrum(energies, weights);
    }

    /** All photons have one energy: what attenuation laws are checked with. */
    public static Spectrum of(double energyMeV) {
        return new Spectrum(new double[] {energyMeV}, new double[] {1});
    }

    int bins() {
        return energiesMeV.length;
    }

    double energyMeV(int bin) {
        return energiesMeV[bin];
    }

    double weight(int bin) {
        return weights[bin];
    }

    /** Mean of the energies by their part in the signal, in MeV. */
    public double meanEnergyMeV() {
        var mean = 0.0;
        for (var bin = 0; bin < weights.length; bin++) {
            mean += weights[bin] * energiesMeV[bin];
        }
        return mean;
    }
}
