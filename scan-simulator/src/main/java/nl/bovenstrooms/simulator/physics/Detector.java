package nl.bovenstrooms.simulator.physics;

/**
 * A line of scintillators that adds up energy, as cadmium tungstate does. Its attenuation is taken as the mean of copper and
 * lead, between which its elements stand.
 *
 * @param scintillator thickness along the ray in g/cm2, usually 10 to 30
 */
public record Detector(double scintillator) {

    private static final double COMPTON_SHARE_KEPT = 0.6;

    /** Mean energy that one photon leaves behind, in MeV. */
    public double signal(double energyMeV) {
        var attenuation =
                0.5 * (ElementTable.massAttenuation("Cu", energyMeV) + ElementTable.massAttenuation("Pb", energyMeV));
        // Of what interacts, some energy leaves again as scattered photons, and more of it from thin scintillators.
        var kept = COMPTON_SHARE_KEPT + (1 - COMPTON_SHARE_KEPT) * (1 - Math.exp(-scintillator / 20));
        return energyMeV * kept * (1 - Math.exp(-attenuation * scintillator));
    }
}
