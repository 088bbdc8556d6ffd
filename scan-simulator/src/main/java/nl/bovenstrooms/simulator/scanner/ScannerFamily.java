package nl.bovenstrooms.simulator.scanner;

/** Kinds of scanners that ports have. Makers' names are made up. */
public enum ScannerFamily {
    PORTAL_6("Kadelicht", "Portaal 6", 6, 0, 2.0, 1.9, 90_000),
    PORTAL_6_4("Kadelicht", "Portaal 6/4", 6, 4, 2.1, 2.0, 110_000),
    DRIVE_THROUGH_6("Noordlicht", "Passage 6", 6, 3.5, 1.7, 1.7, 45_000),
    GANTRY_9("Estuario", "GX-9", 9, 0, 3.0, 2.3, 260_000),
    GANTRY_9_6("Estuario", "GX-9D", 9, 6, 2.8, 2.2, 240_000),
    MOBILE_4("Andes Raios", "Movel 4", 4.5, 0, 2.2, 1.5, 30_000),
    RAIL_9("Noordlicht", "Spoor 9", 9, 6, 2.5, 2.1, 150_000);

    private final String maker;
    private final String model;
    private final double highMeV;
    private final double lowMeV;
    private final double distance;
    private final double height;
    private final double photons;

    ScannerFamily(
            String maker, String model, double highMeV, double lowMeV, double distance, double height, double photons) {
        this.maker = maker;
        this.model = model;
        this.highMeV = highMeV;
        this.lowMeV = lowMeV;
        this.distance = distance;
        this.height = height;
        this.photons = photons;
    }

    public String maker() {
        return maker;
    }

    public String model() {
        return model;
    }

    /** End point of the beam, or of the harder one of two, in MeV. */
    public double highMeV() {
        return highMeV;
    }

    /** End point of the softer one of two beams in MeV, 0 where there is one. */
    public double lowMeV() {
        return lowMeV;
    }

    /** Usual distance of the source from the near wall, in m. */
    double distance() {
        return distance;
    }

    /** Usual height of the source above the ground, in m. */
    double height() {
        return height;
    }

    /** Photons that a detector counts per pixel and pulse in the open beam. */
    double photons() {
        return photons;
    }
}
