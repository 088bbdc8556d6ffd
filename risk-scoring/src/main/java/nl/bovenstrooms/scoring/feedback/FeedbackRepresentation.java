package nl.bovenstrooms.scoring.feedback;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What outcomes say of rules and models, as HTTP shows it. */
@Schema(name = "Feedback")
record FeedbackRepresentation(
        @Schema(description = "Containers that were scored, each counted once.")
        long containers,

        @Schema(description = "Of rules and models, by id.") List<Worth> contributions,

        @Schema(description = "Rules in force that applied to no container; empty where there are fewer than 20.")
        List<String> neverApplied,

        @Schema(description = "Rules in force that applied to every container; empty in the same way.")
        List<String> alwaysApplied) {

    FeedbackRepresentation {
        contributions = List.copyOf(contributions);
        neverApplied = List.copyOf(neverApplied);
        alwaysApplied = List.copyOf(alwaysApplied);
    }

    static FeedbackRepresentation from(Feedback feedback) {
        return new FeedbackRepresentation(
                feedback.containers(),
                feedback.contributions().stream().map(Worth::from).toList(),
                feedback.neverApplied(),
                feedback.alwaysApplied());
    }

    @Schema(name = "FeedbackOnContribution")
    record Worth(
            @Schema(description = "Of the rule, or image-model and its version.")
            String id,

            @Schema(description = "Containers to which it applies, by their latest score.")
            long containers,

            @Schema(description = "Of these, cases that an analyst decided.")
            long read,

            @Schema(description = "Of the read ones, those where something was done.")
            long actedOn,

            @Schema(description = "Containers that were opened.")
            long checked,

            @Schema(description = "Of the opened ones, those with contraband.")
            long found,

            @Schema(description = "Of the opened ones, those with something else wrong.")
            long otherIrregularity,

            @Schema(
                    description =
                            "Found of what was opened, 0 to 1; absent where nothing was. Containers are opened because of"
                                    + " their scores, so it is no share of all to which the rule applies.")
            @Nullable
            Double precision,

            @Schema(description = "Where the precision lies with 95 % certainty, from this.")
            double precisionFrom,

            @Schema(description = "Where the precision lies with 95 % certainty, to this.")
            double precisionTo,

            @Schema(description = "Cases that somebody read for each find; absent where there is none.") @Nullable
            Double readPerFind) {

        static Worth from(Feedback.Contribution one) {
            var precision = one.precision();
            var cost = one.casesPerFind();
            return new Worth(
                    one.id(),
                    one.containers(),
                    one.read(),
                    one.actedOn(),
                    one.checked(),
                    one.found(),
                    one.otherIrregularity(),
                    precision == null ? null : (Double) rounded(precision),
                    rounded(one.interval().low()),
                    rounded(one.interval().high()),
                    cost == null ? null : (Double) rounded(cost));
        }

        private static double rounded(double value) {
            return Math.round(value * 1000) / 1000.0;
        }
    }
}
