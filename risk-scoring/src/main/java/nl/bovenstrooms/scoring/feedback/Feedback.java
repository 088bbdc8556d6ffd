package nl.bovenstrooms.scoring.feedback;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.bovenstrooms.contracts.event.ScanScored;
import nl.bovenstrooms.contracts.event.ScanScored.ContainerScore;
import nl.bovenstrooms.contracts.event.ScanScored.ContributionSource;
import nl.bovenstrooms.scoring.feedback.Outcome.Said;
import nl.bovenstrooms.scoring.feedback.Outcomes.Score;
import nl.bovenstrooms.scoring.rules.Rule;
import nl.bovenstrooms.scoring.rules.RuleBook;
import nl.bovenstrooms.scoring.score.Interval;
import org.jspecify.annotations.Nullable;

/**
 * What outcomes say of rules and models. Each outcome is laid beside the score that the container had when it was said: a rule that
 * came to apply later has no part in it.
 *
 * <p>Only what was checked tells. Containers are checked because of their scores, so a precision here is that among checked containers,
 * and no share of all to which the rule applies.
 *
 * @param containers scored
 * @param contributions of rules and models, by id
 * @param neverApplied rules that applied to no container; empty where there are too few containers to tell
 * @param alwaysApplied rules that applied to every container; empty in the same way
 */
public record Feedback(
        long containers, List<Contribution> contributions, List<String> neverApplied, List<String> alwaysApplied) {

    private static final long FEW = 20;

    public Feedback {
        contributions = List.copyOf(contributions);
        neverApplied = List.copyOf(neverApplied);
        alwaysApplied = List.copyOf(alwaysApplied);
    }

    /**
     * What came of the containers to whose score one rule or model added points.
     *
     * @param id of the rule, or {@code image-model} and its version
     * @param containers to which it applies, by their latest score
     * @param read cases that an analyst decided
     * @param actedOn of these, where something was done
     * @param checked containers that were opened
     * @param found of these, with contraband
     * @param otherIrregularity of these, with something else wrong
     */
    public record Contribution(
            String id, long containers, long read, long actedOn, long checked, long found, long otherIrregularity) {

        /** Found of what was checked, 0 to 1; null of nothing. */
        public @Nullable Double precision() {
            return checked == 0 ? null : (Double) (found / (double) checked);
        }

        /** Where the precision lies with 95 % certainty. */
        public Interval interval() {
            return Interval.ofShare(found, checked);
        }

        /** Cases that somebody read for each find; null where there is none. */
        public @Nullable Double casesPerFind() {
            return found == 0 ? null : (Double) (read / (double) found);
        }
    }

    /** @param inForce whose rules may never or always apply */
    static Feedback since(Instant since, Outcomes outcomes, RuleBook inForce) {
        var tally =
                new Tally(outcomes.ofScansScoredSince(since).stream().collect(Collectors.groupingBy(Outcome::scanId)));
        outcomes.forEachScoreSince(since, tally::add);
        return tally.feedback(inForce.rules().stream().map(Rule::id).collect(Collectors.toSet()));
    }

    /** Takes the scores of one scan after another. */
    static final class Tally {

        private final Map<UUID, List<Outcome>> outcomes;
        private final Map<String, Map<Column, Long>> counts = new TreeMap<>();
        private final List<Score> ofOneScan = new ArrayList<>();
        private long containers;

        Tally(Map<UUID, List<Outcome>> outcomes) {
            this.outcomes = outcomes;
        }

        /** Scores of one scan come one after the other, in the order of their versions. */
        void add(Score score) {
            if (!ofOneScan.isEmpty()
                    && !ofOneScan
                            .get(0)
                            .scored()
                            .scan()
                            .scanId()
                            .equals(score.scored().scan().scanId())) {
                count();
            }
            ofOneScan.add(score);
        }

        private void count() {
            var latest = ofOneScan.get(ofOneScan.size() - 1).scored();
            for (var container : latest.containers()) {
                containers++;
                contributions(latest, container).forEach(id -> count(id, Column.CONTAINERS));
            }
            for (var outcome : outcomes.getOrDefault(latest.scan().scanId(), List.of())) {
                var scored = scoredAt(outcome);
                scored.containers().stream()
                        .filter(container -> container.index() == outcome.containerIndex())
                        .flatMap(container -> contributions(scored, container).stream())
                        .forEach(id -> Column.of(outcome.said()).forEach(column -> count(id, column)));
            }
            ofOneScan.clear();
        }

        /** The last one that was there when the outcome was told; the first one, where clocks disagree. */
        private ScanScored scoredAt(Outcome outcome) {
            return ofOneScan.stream()
                    .filter(score -> !score.at().isAfter(outcome.at()))
                    .reduce((earlier, later) -> later)
                    .orElse(ofOneScan.get(0))
                    .scored();
        }

        private void count(String id, Column column) {
            counts.computeIfAbsent(id, key -> new EnumMap<>(Column.class)).merge(column, 1L, Long::sum);
        }

        private static Set<String> contributions(ScanScored scored, ContainerScore container) {
            return container.contributions().stream()
                    .filter(contribution -> contribution.points() > 0)
                    .map(contribution -> contribution.source() == ContributionSource.IMAGE
                            ? contribution.id() + " " + scored.versions().model()
                            : contribution.id())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        Feedback feedback(Set<String> rules) {
            if (!ofOneScan.isEmpty()) {
                count();
            }
            var contributions = new ArrayList<Contribution>();
            counts.forEach((id, count) -> contributions.add(new Contribution(
                    id,
                    count.getOrDefault(Column.CONTAINERS, 0L),
                    count.getOrDefault(Column.READ, 0L),
                    count.getOrDefault(Column.ACTED_ON, 0L),
                    count.getOrDefault(Column.CHECKED, 0L),
                    count.getOrDefault(Column.FOUND, 0L),
                    count.getOrDefault(Column.OTHER, 0L))));
            if (containers < FEW) {
                return new Feedback(containers, contributions, List.of(), List.of());
            }
            return new Feedback(
                    containers,
                    contributions,
                    rules.stream()
                            .filter(rule -> !counts.containsKey(rule))
                            .sorted()
                            .toList(),
                    contributions.stream()
                            .filter(one -> rules.contains(one.id()) && one.containers() == containers)
                            .map(Contribution::id)
                            .toList());
        }
    }

    private enum Column {
        CONTAINERS,
        READ,
        ACTED_ON,
        CHECKED,
        FOUND,
        OTHER;

        /** What is counted when this is said. */
        static Set<Column> of(Said said) {
            return switch (said) {
                case CLEARED, UNCLEAR -> Set.of(READ);
                case ACTED_ON -> Set.of(READ, ACTED_ON);
                case NOTHING -> Set.of(CHECKED);
                case FOUND -> Set.of(CHECKED, FOUND);
                case OTHER_IRREGULARITY -> Set.of(CHECKED, OTHER);
                case NOT_DONE -> Set.of();
            };
        }
    }
}
