package nl.bovenstrooms.scoring.scan;

import nl.bovenstrooms.contracts.event.LocalText;
import nl.bovenstrooms.contracts.event.ScanScored.Contribution;
import nl.bovenstrooms.contracts.event.ScanScored.ContributionSource;
import nl.bovenstrooms.scoring.rules.Rule;
import nl.bovenstrooms.scoring.rules.RuleOutcome.Applies;
import nl.bovenstrooms.scoring.rules.RuleOutcome.Undecided;

/** Puts what a rule says into the words of a score. */
final class RuleContribution {

    private RuleContribution() {}

    static Contribution of(Applies applies) {
        var rule = applies.rule();
        return new Contribution(source(rule), rule.id(), rule.points(), applies.reason());
    }

    private static ContributionSource source(Rule rule) {
        return rule.asksArchive() ? ContributionSource.HISTORY : ContributionSource.RULE;
    }

    /** Counts for nothing, but is told: the reader knows that one thing less was checked. */
    static Contribution of(Undecided undecided) {
        var rule = undecided.rule();
        return new Contribution(
                source(rule),
                rule.id(),
                0,
                new LocalText(
                        "Regel \"%s\" kon voor deze container niet worden beoordeeld en telt niet mee."
                                .formatted(rule.title().nl()),
                        "Rule \"%s\" could not be judged for this container and does not count."
                                .formatted(rule.title().en())));
    }
}
