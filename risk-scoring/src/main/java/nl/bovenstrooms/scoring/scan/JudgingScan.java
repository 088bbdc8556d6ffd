package nl.bovenstrooms.scoring.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import nl.bovenstrooms.contracts.event.ScanScored.ContainerScore;
import nl.bovenstrooms.contracts.event.ScanScored.Contribution;
import nl.bovenstrooms.contracts.event.ScanScored.Finding;
import nl.bovenstrooms.contracts.event.ScanScored.OtherScan;
import nl.bovenstrooms.contracts.event.ScanScored.ScoreVersions;
import nl.bovenstrooms.contracts.event.ScanScored.ScoringMode;
import nl.bovenstrooms.scoring.history.Past;
import nl.bovenstrooms.scoring.image.ImageFindings.Seen;
import nl.bovenstrooms.scoring.rules.ActiveRuleBook;
import nl.bovenstrooms.scoring.rules.Facts;
import nl.bovenstrooms.scoring.rules.RuleBook;
import nl.bovenstrooms.scoring.rules.RuleOutcome;
import nl.bovenstrooms.scoring.scan.Archive.Basis;
import nl.bovenstrooms.scoring.scan.Look.Answered;
import nl.bovenstrooms.scoring.scan.Look.Spot;
import nl.bovenstrooms.scoring.score.RiskScore;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks the rule book about every container of a scan and adds up. Knows nothing of pictures, databases or clocks: the same known
 * scan and the same rule book give the same scores, bit for bit.
 */
@ApplicationScoped
class JudgingScan {

    private static final Logger LOG = Logger.getLogger(JudgingScan.class);

    private final ActiveRuleBook rules;
    private final ScoringMetrics metrics;

    @Inject
    JudgingScan(ActiveRuleBook rules, ScoringMetrics metrics) {
        this.rules = rules;
        this.metrics = metrics;
    }

    /** The scores of all containers of a scan, and by what they were made. */
    record Judgement(List<ContainerScore> containers, ScoreVersions versions) {

        Judgement {
            containers = List.copyOf(containers);
        }
    }

    /** @param basis what is known of the scan, and of the past of each of its containers */
    Judgement judge(Basis basis) {
        // One book for the whole scan, whatever is activated meanwhile.
        var ruleBook = rules.get();
        var known = basis.known();
        var scan = known.latest().scan();
        var sight = known.sight();
        var containers = Matching.containers(scan, sight.spots());
        var facts = facts(basis);
        var scores = new ArrayList<ContainerScore>();
        for (var index = 0; index < containers.size(); index++) {
            var past = basis.pasts().get(index);
            scores.add(containerScore(index, containers.get(index), past, ruleBook, facts.get(index)));
        }
        return new Judgement(scores, versions(sight, ruleBook));
    }

    /** What rules may ask, of each container. */
    static List<Facts> facts(Basis basis) {
        var scan = basis.known().latest().scan();
        var spots = basis.known().sight().spots();
        var containers = Matching.containers(scan, spots);
        var found = spots.values().stream().mapToInt(List::size).sum();
        var declared = Matching.declaredNumbers(scan).size();
        var facts = new ArrayList<Facts>();
        for (var index = 0; index < containers.size(); index++) {
            var past = basis.pasts().get(index);
            facts.add(GatheredFacts.of(scan, containers.get(index), found, declared)
                    .with(past.lot(), past.otherScan(), past.history()));
        }
        return facts;
    }

    private static ScoreVersions versions(Sight sight, RuleBook ruleBook) {
        return sight.hasAnswer()
                ? new ScoreVersions(sight.model(), sight.modelDigest(), ruleBook.version())
                : new ScoreVersions(null, null, ruleBook.version());
    }

    private ContainerScore containerScore(
            int index, ScannedContainer container, Past past, RuleBook ruleBook, Facts facts) {
        var spot = container.spot();
        var score = RiskScore.of(contributions(container, past, ruleBook, facts), ruleBook.combination());
        return new ContainerScore(
                index,
                container.number(),
                spot == null ? null : spot.imageId(),
                spot == null ? null : spot.region(),
                score.score(),
                score.probability(),
                spot != null && spot.isSeen() ? ScoringMode.IMAGE_AND_RULES : ScoringMode.RULES_ONLY,
                score.contributions(),
                findings(spot),
                spot == null ? null : spot.heatMap(),
                otherScan(past));
    }

    private static @Nullable OtherScan otherScan(Past past) {
        var encounter = past.encounter();
        return encounter == null
                ? null
                : new OtherScan(
                        encounter.scanId(),
                        encounter.index(),
                        encounter.caseReference(),
                        encounter.earlier(),
                        past.comparison());
    }

    /** All that counts or is remarked, with the points of the book. */
    private List<Contribution> contributions(ScannedContainer container, Past past, RuleBook ruleBook, Facts facts) {
        var contributions = new ArrayList<Contribution>();
        contributions.add(ImageContribution.of(container.spot(), ruleBook.imageWeight()));
        contributions.addAll(HistoryContribution.of(past));
        for (var outcome : ruleBook.judge(facts)) {
            if (outcome instanceof RuleOutcome.Applies applies) {
                contributions.add(RuleContribution.of(applies));
            } else if (outcome instanceof RuleOutcome.Undecided undecided) {
                LOG.warnf("Rule %s could not be judged: %s", undecided.rule().id(), undecided.why());
                metrics.ruleUndecided(undecided.rule().id());
                contributions.add(RuleContribution.of(undecided));
            }
        }
        return contributions;
    }

    private static List<Finding> findings(@Nullable Spot spot) {
        if (spot == null
                || !(spot.look() instanceof Answered answered)
                || !(answered.findings() instanceof Seen seen)) {
            return List.of();
        }
        return seen.findings().stream()
                .map(finding ->
                        new Finding(finding.region(), RiskScore.rounded(finding.probability()), finding.place()))
                .toList();
    }
}
