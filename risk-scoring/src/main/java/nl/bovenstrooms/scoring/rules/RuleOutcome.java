package nl.bovenstrooms.scoring.rules;

import nl.bovenstrooms.contracts.event.LocalText;

/** What one rule says of one container. */
public sealed interface RuleOutcome {

    Rule rule();

    /** @param reason filled in with the facts of this container */
    record Applies(Rule rule, LocalText reason) implements RuleOutcome {}

    record DoesNotApply(Rule rule) implements RuleOutcome {}

    /**
     * The rule could not be evaluated, for example because it reads a value that is absent. It counts for nothing and the
     * score goes on without it.
     *
     * @param why for the people who keep the book
     */
    record Undecided(Rule rule, String why) implements RuleOutcome {}
}
