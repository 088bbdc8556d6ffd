package nl.bovenstrooms.scoring.rules;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.bovenstrooms.scoring.score.Combination;

/**
 * The rules in force. Points are log-odds: the natural logarithm of how many times likelier contraband is in a container of
 * which the rule's condition holds, given all that the other rules say; they add up.
 *
 * <p>Everything numeric that a score depends on, other than the model, is in the book and so under its version.
 */
public final class RuleBook {

    private final String version;
    private final ImageWeight imageWeight;
    private final Conditions conditions;
    private final List<Rule> rules;
    private final WeighedRules weighed;

    RuleBook(String version, ImageWeight imageWeight, Conditions conditions, List<Rule> rules, WeighedRules weighed) {
        this.version = version;
        this.imageWeight = imageWeight;
        this.conditions = conditions;
        this.rules = List.copyOf(rules);
        this.weighed = weighed;
    }

    /**
     * The same rules, weighed.
     *
     * @throws RuleBookRefused when a rule is weighed that is not in the book
     */
    public RuleBook with(WeighedRules weights) {
        for (var id : weights.combination().weights().keySet()) {
            if (rules.stream().noneMatch(rule -> rule.id().equals(id))) {
                throw new RuleBookRefused("'%s' is weighed and is no rule of the book".formatted(id));
            }
        }
        return new RuleBook(version, imageWeight, conditions, rules, weights);
    }

    /**
     * The same rules, with the weights that another book gives to those that it has too, so that only the rules differ; as it is when
     * it has weights of its own.
     */
    public RuleBook weighedAs(RuleBook other) {
        if (isWeighed()) {
            return this;
        }
        var combination = other.combination();
        var weights = combination.weights().entrySet().stream()
                .filter(weight -> rules.stream().anyMatch(rule -> rule.id().equals(weight.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return with(new WeighedRules(
                new Combination(combination.version(), combination.base(), combination.image(), weights),
                other.weighed.author(),
                other.weighed.approver()));
    }

    /**
     * As written in the book, then {@code +} and twelve digits of its SHA-256: a change that forgot the version shows. After a slash the
     * same of the weights, where there are any.
     */
    public String version() {
        var weights = weighed.combination().version();
        return weights.isEmpty() ? version : version + "/" + weights;
    }

    /** How the points of the rules and of the image model add up. */
    public Combination combination() {
        return weighed.combination();
    }

    /** How much the image model may say. */
    public ImageWeight imageWeight() {
        return imageWeight;
    }

    /** In the order of the book. */
    public List<Rule> rules() {
        return rules;
    }

    /** How what was declared goes with what the picture shows, by the book's knowledge of goods. */
    public Match match(Facts facts) {
        return conditions.match(facts);
    }

    /**
     * Two people stand behind every rule, and behind the weights: one wrote it, another approved it.
     *
     * @throws RuleBookRefused naming the first of which that is not so
     */
    public RuleBook requireTwoPersons() {
        for (var rule : rules) {
            requireTwo(rule.id(), rule.signature().author(), rule.signature().approver());
        }
        if (isWeighed()) {
            requireTwo(WeighedRules.FILE, weighed.author(), weighed.approver());
        }
        return this;
    }

    private boolean isWeighed() {
        return !weighed.equals(WeighedRules.BY_THE_BOOK);
    }

    private static void requireTwo(String what, String author, String approver) {
        if (author.isEmpty() || approver.isEmpty()) {
            throw new RuleBookRefused("%s: it is not signed. In production that takes two people".formatted(what));
        }
        if (author.equalsIgnoreCase(approver)) {
            throw new RuleBookRefused(
                    "%s: '%s' wrote and approved it. In production that takes two people".formatted(what, author));
        }
    }

    /** Asks every rule; in the order of the book. Never throws for odd facts. */
    public List<RuleOutcome> judge(Facts facts) {
        var values = conditions.valuesOf(facts);
        var day = facts.scan().date();
        return rules.stream().map(rule -> rule.judge(values, day)).toList();
    }

    /**
     * Bounds for the points of the image model. The lower bound keeps a clean picture from silencing the rules, since some
     * ways of hiding can't be seen by X-ray at all.
     *
     * @param lowest log-odds, below 0
     * @param highest log-odds, above 0
     */
    public record ImageWeight(double lowest, double highest) {

        public ImageWeight {
            if (!(lowest < 0) || !(highest > 0) || lowest < -10 || highest > 10) {
                throw new RuleBookRefused("imageWeight: lowest lies between -10 and 0, highest between 0 and 10");
            }
        }

        /** The log-odds of the model, within the bounds. */
        public double pointsOf(double logOdds) {
            return Math.max(lowest, Math.min(highest, logOdds));
        }
    }
}
