package nl.bovenstrooms.scoring.rules;

import dev.cel.runtime.CelEvaluationException;
import java.util.Map;
import nl.bovenstrooms.contracts.event.LocalText;

/** One rule of the book. */
public final class Rule {

    private final String id;
    private final LocalText title;
    private final double points;
    private final Conditions.Expression condition;
    private final ReasonTemplate dutch;
    private final ReasonTemplate english;

    Rule(
            String id,
            LocalText title,
            double points,
            Conditions.Expression condition,
            ReasonTemplate dutch,
            ReasonTemplate english) {
        this.id = id;
        this.title = title;
        this.points = points;
        this.condition = condition;
        this.dutch = dutch;
        this.english = english;
    }

    /** Lower case with dashes; stays when the wording changes. */
    public String id() {
        return id;
    }

    /** What the rule is about, for lists of rules. */
    public LocalText title() {
        return title;
    }

    /** Log-odds, see {@link RuleBook}: +0.7 doubles the odds. */
    public double points() {
        return points;
    }

    /** Never throws: what goes wrong with one container is told and costs no more than this rule. */
    RuleOutcome judge(Map<String, Object> values) {
        try {
            if (!Boolean.TRUE.equals(condition.evaluate(values))) {
                return new RuleOutcome.DoesNotApply(this);
            }
            return new RuleOutcome.Applies(this, new LocalText(dutch.fill(values), english.fill(values)));
        } catch (CelEvaluationException | RuntimeException e) {
            return new RuleOutcome.Undecided(this, String.valueOf(e.getMessage()));
        }
    }
}
