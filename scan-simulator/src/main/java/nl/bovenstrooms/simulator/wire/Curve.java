package nl.bovenstrooms.simulator.wire;

import nl.bovenstrooms.simulator.Chance;

/**
 * From transmission to brightness, as a source's viewer does it before it stores 8 bits. Rises with transmission.
 *
 * @param kind of curve
 * @param strength the gamma, or how many factors of ten a logarithmic curve spans
 * @param white transmission that is drawn white
 */
public record Curve(Kind kind, double strength, double white) {

    public enum Kind {
        LINEAR,
        GAMMA,
        LOGARITHMIC
    }

    private static final int ENTRIES = 4096;

    /** As ports set their viewers: walls and load are both to be seen. */
    public static Curve usual(Chance chance) {
        var white = chance.between(0.93, 1.0);
        return chance.in(0.7)
                ? new Curve(Kind.GAMMA, chance.between(1.3, 2.1), white)
                : new Curve(Kind.LOGARITHMIC, chance.between(1.9, 3.0), white);
    }

    /** Anything that was ever set, for training. */
    public static Curve any(Chance chance) {
        var white = chance.between(0.9, 1.03);
        if (chance.in(0.1)) {
            return new Curve(Kind.LINEAR, 1, white);
        }
        if (chance.in(0.6)) {
            return new Curve(Kind.GAMMA, chance.between(1.2, 2.6), white);
        }
        return new Curve(Kind.LOGARITHMIC, chance.between(1.6, 3.2), white);
    }

    /** 0 to 1 of a transmission. */
    public double brightness(double transmission) {
        var share = Math.max(0, Math.min(1, transmission / white));
        return switch (kind) {
            case LINEAR -> share;
            case GAMMA -> Math.pow(share, 1 / strength);
            case LOGARITHMIC -> Math.max(0, 1 + Math.log10(Math.max(1e-9, share)) / strength);
        };
    }

    /** 0 to 255 for transmissions of 0 to 1.1 in 4096 steps. */
    byte[] table() {
        var table = new byte[ENTRIES];
        for (var entry = 0; entry < ENTRIES; entry++) {
            table[entry] = (byte) Math.round(255 * brightness(entry * 1.1 / (ENTRIES - 1)));
        }
        return table;
    }

    /** Place of a transmission in the table. */
    static int entry(float transmission) {
        return Math.max(0, Math.min(ENTRIES - 1, (int) (transmission * ((ENTRIES - 1) / 1.1f) + 0.5f)));
    }
}
