package nl.bovenstrooms.queue.review;

import nl.bovenstrooms.contracts.event.LocalText;
import nl.bovenstrooms.contracts.event.ScanScored.Contribution;
import nl.bovenstrooms.contracts.event.ScanScored.ContributionSource;

/** A contribution as readers see it: in words, since a number would tell how the case came to them. */
record ReasonRepresentation(ContributionSource source, String id, Weight weight, LocalText text) {

    /** How heavily it counts, from its points (log-odds). */
    enum Weight {
        /** Four times the odds, or more. */
        STRONG,
        /** Twice the odds, or more. */
        MODERATE,
        SLIGHT,
        /** Does not count. */
        REMARK,
        /** Speaks against contraband. */
        REASSURING;

        private static final double FOURFOLD = 1.4;
        private static final double DOUBLE = 0.7;

        static Weight of(double points) {
            if (points >= FOURFOLD) {
                return STRONG;
            }
            if (points >= DOUBLE) {
                return MODERATE;
            }
            if (points > 0) {
                return SLIGHT;
            }
            return points == 0 ? REMARK : REASSURING;
        }
    }

    static ReasonRepresentation from(Contribution contribution) {
        return new ReasonRepresentation(
                contribution.source(), contribution.id(), Weight.of(contribution.points()), contribution.reason());
    }
}
