package nl.bovenstrooms.scoring.comparison;

/**
 * How the signs of a resemblance add up to a probability: a logistic function. No weight is below 0; turned and strayed speak against.
 *
 * @param base log-odds where nothing resembles
 * @param columns weight of {@link Resemblance#columns}
 * @param turned weight of {@link Resemblance#turned}, against
 * @param detail weight of {@link Resemblance#detail}
 * @param strayed weight of {@link Resemblance#strayed}, against
 */
public record Belonging(double base, double columns, double turned, double detail, double strayed) {

    public Belonging {
        if (!(Math.min(Math.min(columns, turned), Math.min(detail, strayed)) >= 0 && Double.isFinite(base))) {
            throw new IllegalArgumentException(
                    "no weight is below 0: %s, %s, %s, %s, base %s".formatted(columns, turned, detail, strayed, base));
        }
    }

    /** Where one pair in two belongs together, 0 to 1. */
    public double probability(Resemblance resemblance) {
        var evidence = base
                + columns * resemblance.columns()
                - turned * resemblance.turned()
                + detail * resemblance.detail()
                - strayed * resemblance.strayed();
        return 1 / (1 + Math.exp(-evidence));
    }
}
