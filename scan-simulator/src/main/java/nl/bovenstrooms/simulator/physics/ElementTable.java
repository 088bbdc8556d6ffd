package nl.bovenstrooms.simulator.physics;

import java.util.Map;
import java.util.Optional;

/**
 * Mass attenuation coefficients of the elements, in cm2/g, total with coherent scattering.
 *
 * <p>Source: J. H. Hubbell and S. M. Seltzer, "Tables of X-Ray Mass Attenuation Coefficients and Mass Energy-Absorption
 * Coefficients", NISTIR 5632 (NIST Standard Reference Database 126), the part from 100 keV to 10 MeV.
 */
final class ElementTable {

    private static final double[] ENERGIES_MEV = {
        0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1, 1.25, 1.5, 2, 3, 4, 5, 6, 8, 10
    };

    private static final Map<String, double[]> COEFFICIENTS = Map.ofEntries(
            Map.entry("H", new double[] {
                .2944, .2651, .2429, .2112, .1893, .1729, .1599, .1405, .1263, .1129, .1027, .08769, .06921, .05806,
                .05049, .04498, .03746, .03254
            }),
            Map.entry("C", new double[] {
                .1514, .1347, .1229, .1066, .09546, .08715, .08058, .07076, .06361, .05690, .05179, .04442, .03562,
                .03047, .02708, .02469, .02154, .01959
            }),
            Map.entry("N", new double[] {
                .1529, .1353, .1233, .1068, .09557, .08719, .08063, .07081, .06364, .05693, .05180, .04450, .03579,
                .03073, .02742, .02511, .02209, .02024
            }),
            Map.entry("O", new double[] {
                .1551, .1361, .1237, .1070, .09566, .08729, .08070, .07087, .06372, .05697, .05185, .04459, .03597,
                .03100, .02777, .02552, .02263, .02089
            }),
            Map.entry("Na", new double[] {
                .1585, .1335, .1199, .1029, .09185, .08372, .07736, .06788, .06100, .05454, .04968, .04282, .03487,
                .03037, .02753, .02559, .02319, .02181
            }),
            Map.entry("Mg", new double[] {
                .1686, .1394, .1245, .1065, .09492, .08647, .07988, .07008, .06296, .05629, .05129, .04426, .03613,
                .03159, .02873, .02681, .02445, .02313
            }),
            Map.entry("Al", new double[] {
                .1704, .1378, .1223, .1042, .09276, .08445, .07802, .06841, .06146, .05496, .05006, .04324, .03541,
                .03106, .02836, .02655, .02437, .02318
            }),
            Map.entry("Si", new double[] {
                .1835, .1448, .1275, .1082, .09614, .08748, .08077, .07082, .06361, .05688, .05183, .04480, .03678,
                .03240, .02967, .02788, .02574, .02462
            }),
            Map.entry("S", new double[] {
                .2020, .1506, .1302, .1091, .09665, .08781, .08102, .07098, .06373, .05697, .05193, .04498, .03715,
                .03293, .03036, .02872, .02682, .02589
            }),
            Map.entry("Cl", new double[] {
                .2053, .1480, .1266, .1054, .09311, .08453, .07795, .06826, .06128, .05478, .04994, .04328, .03585,
                .03188, .02950, .02798, .02628, .02549
            }),
            Map.entry("K", new double[] {
                .2342, .1582, .1319, .1080, .09495, .08600, .07922, .06929, .06216, .05556, .05068, .04399, .03666,
                .03282, .03054, .02915, .02766, .02704
            }),
            Map.entry("Ca", new double[] {
                .2571, .1674, .1376, .1116, .09783, .08851, .08148, .07122, .06388, .05709, .05207, .04524, .03780,
                .03395, .03170, .03035, .02892, .02839
            }),
            Map.entry("Fe", new double[] {
                .3717, .1964, .1460, .1099, .09400, .08414, .07704, .06699, .05995, .05350, .04883, .04265, .03621,
                .03312, .03146, .03057, .02991, .02994
            }),
            Map.entry("Cu", new double[] {
                .4584, .2217, .1559, .1119, .09413, .08362, .07625, .06605, .05901, .05261, .04803, .04205, .03599,
                .03318, .03177, .03108, .03074, .03103
            }),
            Map.entry("Pb", new double[] {
                5.549, 2.014, .9985, .4031, .2323, .1614, .1248, .08870, .07102, .05876, .05222, .04606, .04234, .04197,
                .04272, .04391, .04675, .04972
            }));

    private ElementTable() {}

    /**
     * Interpolated between the tabulated energies on logarithmic axes, as NIST advises.
     *
     * @param energyMeV 0.1 to 10
     * @return cm2/g
     */
    static double massAttenuation(String element, double energyMeV) {
        if (!(energyMeV >= 0.1 && energyMeV <= 10)) {
            throw new IllegalArgumentException("the tables cover 0.1 to 10 MeV, not " + energyMeV);
        }
        var coefficients = Optional.ofNullable(COEFFICIENTS.get(element))
                .orElseThrow(() -> new IllegalArgumentException("no table for the element " + element));
        var upper = 1;
        while (ENERGIES_MEV[upper] < energyMeV) {
            upper++;
        }
        var share =
                Math.log(energyMeV / ENERGIES_MEV[upper - 1]) / Math.log(ENERGIES_MEV[upper] / ENERGIES_MEV[upper - 1]);
        return Math.exp((1 - share) * Math.log(coefficients[upper - 1]) + share * Math.log(coefficients[upper]));
    }
}
