package nl.bovenstrooms.simulator.scanner;

import java.util.ArrayList;
import java.util.List;
import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.physics.Detector;
import nl.bovenstrooms.simulator.physics.Spectrum;

/**
 * One machine at one port, as it is set up.
 *
 * @param id in the port's own code
 * @param sourceDistance of the source from the near wall of a container, in m
 * @param sourceHeight above the ground, in m
 * @param curvature see {@link View.Stand}
 */
public record ScannerModel(
        String id,
        ScannerFamily family,
        double sourceDistance,
        double sourceHeight,
        double curvature,
        Beam beam,
        Faults faults) {

    /**
     * @param highMeV end point of the only beam, or of the harder one
     * @param lowMeV end point of the softer one, 0 where there is none
     * @param filter iron that hardens the beam, in g/cm2
     * @param scintillator thickness of the detectors, in g/cm2
     * @param photons counted per pixel in the open beam
     * @param scatter share of the signal that comes from scattered photons, 0 to 0.1
     */
    public record Beam(
            double highMeV, double lowMeV, double filter, double scintillator, double photons, double scatter) {

        Spectrum high() {
            return Spectrum.linac(highMeV, filter, new Detector(scintillator));
        }

        Spectrum low() {
            return Spectrum.linac(lowMeV, filter, new Detector(scintillator));
        }

        public boolean isDual() {
            return lowMeV > 0;
        }
    }

    /**
     * @param electronicNoise deviation in the dark, as a share of the open beam
     * @param blur share of a pixel's light that goes to each neighbour, 0 to 0.3
     * @param rowGain deviation of the detectors' gains that calibration leaves, as a share
     * @param pulseGain deviation of the source's output from pulse to pulse, as a share
     * @param bandGain deviation between longer stretches of pulses
     * @param deadRows per thousand
     */
    public record Faults(
            double electronicNoise, double blur, double rowGain, double pulseGain, double bandGain, double deadRows) {

        public static final Faults NONE = new Faults(0, 0, 0, 0, 0, 0);
    }

    public static ScannerModel of(ScannerFamily family, Chance chance) {
        var low = family.lowMeV() == 0 ? 0 : family.lowMeV() * chance.between(0.94, 1.06);
        var beam = new Beam(
                family.highMeV() * chance.between(0.94, 1.06),
                low,
                chance.between(6, 22),
                chance.between(9, 26),
                family.photons() * chance.betweenByRatio(0.25, 2.5),
                chance.between(0.002, 0.02));
        var faults = new Faults(
                chance.betweenByRatio(0.00015, 0.0012),
                chance.between(0.02, 0.2),
                chance.betweenByRatio(0.0003, 0.004),
                chance.betweenByRatio(0.0004, 0.006),
                chance.in(0.3) ? chance.between(0.001, 0.012) : 0,
                chance.in(0.25) ? chance.between(0.5, 4) : 0);
        return new ScannerModel(
                family.name().charAt(0) + "-" + chance.between(100, 999),
                family,
                family.distance() * chance.between(0.9, 1.25),
                family.height() * chance.between(0.92, 1.12),
                chance.between(0, 0.9),
                beam,
                faults);
    }

    /** One or two, the higher first, in MeV, rounded as a maker gives them. */
    public List<Double> energiesMeV() {
        var energies = new ArrayList<Double>();
        energies.add(family.highMeV());
        if (beam.isDual()) {
            energies.add(family.lowMeV());
        }
        return List.copyOf(energies);
    }
}
