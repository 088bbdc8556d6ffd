package nl.bovenstrooms.scoring.rules;

import dev.cel.runtime.CelEvaluationException;
import java.util.Map;
import nl.bovenstrooms.contracts.event.LocalText;
import org.jspecify.annotations.Nullable;

/** One rule of the book. */
public final class Rule {

    /** What a rule is about. */
    public enum Group {
        DECLARED_AGAINST_SEEN,
        CONCEALMENT,
        WEIGHT,
        PAPERS,
        COMPANIES,
        CONTAINER,
        REFRIGERATION,
        ROUTE,
        LOT_AND_VOYAGE,
        SCANNING
    }

    /**
     * Who answers for a rule, and when it counts.
     *
     * @param author wrote it
     * @param approver looked at it and found it right
     * @param from first day on which a scan is judged by it, {@code 2026-11-24}
     * @param until the last such day; absent when there is no end in sight
     */
    public record Signature(
            String author,
            String approver,
            String from,
            @Nullable String until) {

        /** Days of ISO 8601 stand in the order of their letters. */
        boolean isInForceOn(String day) {
            return from.compareTo(day) <= 0 && (until == null || day.compareTo(until) <= 0);
        }
    }

    private final String id;
    private final Group group;
    private final LocalText title;
    private final double points;
    private final Signature signature;
    private final boolean asksArchive;
    private final Conditions.Expression condition;
    private final ReasonTemplate dutch;
    private final ReasonTemplate english;

    Rule(
            String id,
            Group group,
            LocalText title,
            double points,
            Signature signature,
            boolean asksArchive,
            Conditions.Expression condition,
            ReasonTemplate dutch,
            ReasonTemplate english) {
        this.id = id;
        this.group = group;
        this.title = title;
        this.points = points;
        this.signature = signature;
        this.asksArchive = asksArchive;
        this.condition = condition;
        this.dutch = dutch;
        this.english = english;
    }

    /** Lower case with dashes; stays when the wording changes. */
    public String id() {
        return id;
    }

    public Group group() {
        return group;
    }

    /** What the rule is about, for lists of rules. */
    public LocalText title() {
        return title;
    }

    /** Log-odds, see {@link RuleBook}: +0.7 doubles the odds. */
    public double points() {
        return points;
    }

    public Signature signature() {
        return signature;
    }

    /** Whether it needs what other scans and manifests say. */
    public boolean asksArchive() {
        return asksArchive;
    }

    /**
     * Never throws: what goes wrong with one container is told and costs no more than this rule.
     *
     * @param day of the scan: a score that is made again years later has the rules of its time
     */
    RuleOutcome judge(Map<String, Object> values, String day) {
        return signature.isInForceOn(day) ? judge(values) : new RuleOutcome.DoesNotApply(this);
    }

    /** Whatever the day. */
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
