package nl.bovenstrooms.scoring.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.bovenstrooms.contracts.event.LocalText;
import nl.bovenstrooms.contracts.event.ScanScored.Contribution;
import nl.bovenstrooms.contracts.event.ScanScored.ContributionSource;
import nl.bovenstrooms.scoring.score.RiskScore;
import org.jspecify.annotations.Nullable;

/**
 * What another rule book would have made of containers that were scored before: which would have become a case and did not,
 * which did and would not have, and how much there would have been to read.
 *
 * @param containers looked at
 * @param casesBefore by the one book
 * @param casesAfter by the other
 * @param gained containers that become a case, in the order given
 * @param lost containers that no longer do
 * @param hitsBefore how often each rule of the one book applied, by id; 0 for a rule that never did
 * @param hitsAfter the same of the other
 */
public record DryRun(
        int containers,
        int casesBefore,
        int casesAfter,
        List<String> gained,
        List<String> lost,
        Map<String, Integer> hitsBefore,
        Map<String, Integer> hitsAfter) {

    /**
     * A container as it was known when it was scored.
     *
     * @param reference by which people find it
     * @param imageLogOdds what the image model said; absent when it said nothing
     */
    public record Stored(
            String reference, Facts facts, @Nullable Double imageLogOdds) {}

    public DryRun {
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
    }

    /** Share of the containers that somebody has to read, 0 to 1; 0 of none. */
    public double workloadBefore() {
        return containers == 0 ? 0 : casesBefore / (double) containers;
    }

    /** The same by the other book. */
    public double workloadAfter() {
        return containers == 0 ? 0 : casesAfter / (double) containers;
    }

    /** A line for each rule that applied more or less often, in the order of their ids. */
    public List<String> changedHits() {
        return Stream.concat(hitsBefore.keySet().stream(), hitsAfter.keySet().stream())
                .distinct()
                .sorted()
                .filter(rule -> !hitsBefore.getOrDefault(rule, -1).equals(hitsAfter.getOrDefault(rule, -1)))
                .map(rule -> "%-48s %s hits, then %s"
                        .formatted(rule, hitsBefore.getOrDefault(rule, 0), hitsAfter.getOrDefault(rule, 0)))
                .toList();
    }

    /** @param threshold probability from which a container is a case, 0 to 1 */
    public static DryRun of(RuleBook before, RuleBook after, Stream<Stored> stored, double threshold) {
        var old = new Tally(before);
        var other = new Tally(after);
        var gained = new ArrayList<String>();
        var lost = new ArrayList<String>();
        stored.forEachOrdered(container -> {
            var was = old.add(container) >= threshold;
            var is = other.add(container) >= threshold;
            old.cases += was ? 1 : 0;
            other.cases += is ? 1 : 0;
            if (is && !was) {
                gained.add(container.reference());
            }
            if (was && !is) {
                lost.add(container.reference());
            }
        });
        return new DryRun(old.containers, old.cases, other.cases, gained, lost, old.hits, other.hits);
    }

    /** What one book makes of them. */
    private static final class Tally {

        private final RuleBook book;
        private final Map<String, Integer> hits = new TreeMap<>();
        private int containers;
        private int cases;

        Tally(RuleBook book) {
            this.book = book;
            book.rules().forEach(rule -> hits.put(rule.id(), 0));
        }

        /** The probability by this book. */
        double add(Stored container) {
            containers++;
            var contributions = new ArrayList<Contribution>();
            for (var outcome : book.judge(container.facts())) {
                if (outcome instanceof RuleOutcome.Applies applies) {
                    var rule = applies.rule();
                    hits.merge(rule.id(), 1, Integer::sum);
                    contributions.add(
                            new Contribution(ContributionSource.RULE, rule.id(), rule.points(), applies.reason()));
                }
            }
            var image = container.imageLogOdds();
            if (image != null) {
                contributions.add(new Contribution(
                        ContributionSource.IMAGE,
                        "image-model",
                        book.imageWeight().pointsOf(image),
                        new LocalText("", "")));
            }
            return RiskScore.of(contributions, book.combination()).probability();
        }
    }
}
