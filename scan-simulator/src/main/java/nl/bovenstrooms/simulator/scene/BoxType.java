package nl.bovenstrooms.simulator.scene;

import nl.bovenstrooms.contracts.container.SizeType;

/** Containers of ISO 668 that are met at a quay. Outside width is 2.438 m for all. */
public enum BoxType {
    DRY_20("22G1", Build.DRY, 6.058, 2.591, 2230, 28_250),
    DRY_40("42G1", Build.DRY, 12.192, 2.591, 3740, 28_760),
    HIGH_CUBE_40("45G1", Build.DRY, 12.192, 2.896, 3900, 28_600),
    REEFER_20("22R1", Build.REEFER, 6.058, 2.591, 3000, 27_480),
    REEFER_40("45R1", Build.REEFER, 12.192, 2.896, 4600, 29_400),
    OPEN_TOP_20("22U1", Build.OPEN_TOP, 6.058, 2.591, 2350, 28_130),
    OPEN_TOP_40("42U1", Build.OPEN_TOP, 12.192, 2.591, 3850, 28_600),
    TANK_20("22T1", Build.TANK, 6.058, 2.591, 3650, 26_350),
    FLAT_RACK_40("42P1", Build.FLAT_RACK, 12.192, 2.591, 5000, 34_500);

    /** How it is built. */
    public enum Build {
        DRY,
        REEFER,
        OPEN_TOP,
        TANK,
        FLAT_RACK
    }

    /** Outside, in m. */
    public static final double WIDTH = 2.438;

    private final String code;
    private final Build build;
    private final double length;
    private final double height;
    private final int tareKg;
    private final int payloadKg;

    BoxType(String code, Build build, double length, double height, int tareKg, int payloadKg) {
        this.code = code;
        this.build = build;
        this.length = length;
        this.height = height;
        this.tareKg = tareKg;
        this.payloadKg = payloadKg;
    }

    public SizeType sizeType() {
        return new SizeType(code);
    }

    public Build build() {
        return build;
    }

    /** Outside, in m. */
    public double length() {
        return length;
    }

    /** Outside, in m. */
    public double height() {
        return height;
    }

    public int tareKg() {
        return tareKg;
    }

    /** The most that may be loaded. */
    public int payloadKg() {
        return payloadKg;
    }

    public boolean isTwentyFoot() {
        return length < 7;
    }

    /** Room for goods. */
    public Space inside() {
        return switch (build) {
            case DRY, OPEN_TOP -> new Space(0.12, length - 0.10, 0.05, WIDTH - 0.05, 0.18, height - 0.10);
            // Above the red line nothing may be stowed, or cold air can't return.
            case REEFER -> new Space(0.13, length - 0.62, 0.075, WIDTH - 0.075, 0.25, height - 0.20);
            case TANK -> new Space(0.25, length - 0.25, 0.12, WIDTH - 0.12, 0.25, height - 0.15);
            case FLAT_RACK -> new Space(0.35, length - 0.35, 0.1, WIDTH - 0.1, 0.62, height - 0.05);
        };
    }
}
