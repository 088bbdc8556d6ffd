package nl.bovenstrooms.simulator.wire;

/** Colours for grey levels. All run from dark to light, as scanners' palettes do. */
public enum Palette {
    GREY(0x000000, 0x555555, 0xAAAAAA, 0xFFFFFF),
    /** Browns, as old film viewers. */
    SEPIA(0x0A0000, 0x6E3C14, 0xC8A05A, 0xFFFAEB),
    /** Blue for dense, orange for light: like the colours for materials, but of brightness alone. */
    BLUE_ORANGE(0x00001E, 0x143C96, 0xE6A03C, 0xFFFFFA),
    GREEN(0x000A00, 0x0A5A28, 0x78BE6E, 0xFAFFFA);

    private final int black;
    private final int dark;
    private final int light;
    private final int white;

    Palette(int black, int dark, int light, int white) {
        this.black = black;
        this.dark = dark;
        this.light = light;
        this.white = white;
    }

    /** Colour of a grey level from 0 to 255, as 0xRRGGBB. */
    public int colour(int grey) {
        if (grey < 85) {
            return mixed(black, dark, grey / 85.0);
        }
        return grey < 170 ? mixed(dark, light, grey / 85.0 - 1) : mixed(light, white, grey / 85.0 - 2);
    }

    private static int mixed(int one, int other, double share) {
        var mixed = 0;
        for (var shift = 0; shift <= 16; shift += 8) {
            var from = one >> shift & 0xFF;
            var until = other >> shift & 0xFF;
            mixed |= (int) Math.round(from + share * (until - from)) << shift;
        }
        return mixed;
    }
}
