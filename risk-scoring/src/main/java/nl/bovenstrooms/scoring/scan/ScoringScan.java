package nl.bovenstrooms.scoring.scan;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.bovenstrooms.contracts.event.DeterministicId;
import nl.bovenstrooms.contracts.event.Event;
import nl.bovenstrooms.contracts.event.EventCodec;
import nl.bovenstrooms.contracts.event.EventType;
import nl.bovenstrooms.contracts.event.ScanReceived;
import nl.bovenstrooms.contracts.event.ScanScored;
import nl.bovenstrooms.contracts.event.ScanScored.ContainerScore;
import nl.bovenstrooms.contracts.event.ScanScored.Contribution;
import nl.bovenstrooms.contracts.event.ScanScored.Finding;
import nl.bovenstrooms.contracts.event.ScanScored.HeatMap;
import nl.bovenstrooms.contracts.event.ScanScored.ScoreVersions;
import nl.bovenstrooms.contracts.event.ScanScored.ScoringMode;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.image.ImageFindings.Seen;
import nl.bovenstrooms.scoring.image.ImageModel;
import nl.bovenstrooms.scoring.rules.ActiveRuleBook;
import nl.bovenstrooms.scoring.rules.RuleBook;
import nl.bovenstrooms.scoring.rules.RuleBook.ImageWeight;
import nl.bovenstrooms.scoring.rules.RuleOutcome;
import nl.bovenstrooms.scoring.scan.Look.Answered;
import nl.bovenstrooms.scoring.scan.Look.Failed;
import nl.bovenstrooms.scoring.scan.Look.Spot;
import nl.bovenstrooms.scoring.score.RiskScore;
import nl.bovenstrooms.scoring.serving.ServedModel;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Scores a scan: looks at its pictures, asks the rule book about every container, adds up.
 *
 * <p>There is no database here. A repeated message is recognised by those who read the score, because it gives the same event,
 * byte for byte: its id is derived from the scan, its content, the model and the rule book; its time is the time of the event
 * that asked for the score, since "now" would differ; heat maps are written to keys derived from the id. A score for which
 * the model gave no answer is another score, with another id: when the message comes again and the model works, the
 * full one follows.
 */
@ApplicationScoped
public class ScoringScan {

    /** The {@code source} of the events. */
    public static final String SOURCE = "/risk-scoring";

    private static final Logger LOG = Logger.getLogger(ScoringScan.class);

    private final LookingAtPictures looking;
    private final Pictures pictures;
    private final ServedModel served;
    private final ActiveRuleBook rules;
    private final ScoringMetrics metrics;

    @Inject
    ScoringScan(
            LookingAtPictures looking,
            Pictures pictures,
            ServedModel served,
            ActiveRuleBook rules,
            ScoringMetrics metrics) {
        this.looking = looking;
        this.pictures = pictures;
        this.served = served;
        this.rules = rules;
        this.metrics = metrics;
    }

    /**
     * @param time of the event that asks for the score
     * @throws ScanNotScorable when a picture is missing or damaged
     */
    public Event<ScanScored> score(ScanReceived scan, OffsetDateTime time) {
        return metrics.timed(() -> served.use(scan.scanId().toString(), model -> scored(scan, time, model)));
    }

    private Event<ScanScored> scored(ScanReceived scan, OffsetDateTime time, ImageModel model) {
        var spots = looking.look(scan, model);
        var containers = Matching.containers(scan, spots);
        var found = spots.values().stream().mapToInt(List::size).sum();
        var declared = Matching.declaredNumbers(scan).size();
        // Once: the book may change while this scan is scored.
        var ruleBook = rules.get();
        var versions = versions(containers, model, ruleBook);
        var scoreId = scoreId(scan, time, versions, containers);

        var scores = new ArrayList<ContainerScore>();
        for (var index = 0; index < containers.size(); index++) {
            var container = containers.get(index);
            var outcomes = ruleBook.judge(GatheredFacts.of(scan, container, found, declared));
            var heatMap = heatMap(scan, scoreId, index, container.spot());
            var score = containerScore(index, container, ruleBook.imageWeight(), outcomes, heatMap);
            metrics.containerScored(score);
            scores.add(score);
        }
        var data = new ScanScored(scoreId, scan, scores, versions);
        return Event.of(EventType.SCAN_SCORED, scoreId, SOURCE, scan.scanId().toString(), time, data);
    }

    private ContainerScore containerScore(
            int index,
            ScannedContainer container,
            ImageWeight imageWeight,
            List<RuleOutcome> outcomes,
            @Nullable HeatMap heatMap) {
        var spot = container.spot();
        var contributions = new ArrayList<Contribution>();
        contributions.add(ImageContribution.of(spot, imageWeight));
        for (var outcome : outcomes) {
            if (outcome instanceof RuleOutcome.Applies applies) {
                contributions.add(RuleContribution.of(applies));
            } else if (outcome instanceof RuleOutcome.Undecided undecided) {
                LOG.warnf("Rule %s could not be judged: %s", undecided.rule().id(), undecided.why());
                metrics.ruleUndecided(undecided.rule().id());
                contributions.add(RuleContribution.of(undecided));
            }
        }
        var score = RiskScore.of(contributions);
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
                heatMap);
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

    private @Nullable HeatMap heatMap(ScanReceived scan, UUID scoreId, int index, @Nullable Spot spot) {
        if (spot == null
                || !(spot.look() instanceof Answered answered)
                || !(answered.findings() instanceof Seen seen)) {
            return null;
        }
        var key = "%s/%s/heat/%s-%d".formatted(scan.tenant(), scan.scanId(), scoreId, index);
        var map = seen.heatMap();
        pictures.keepHeatMap(key, map);
        Region region = spot.region();
        return new HeatMap(key, map.width(), map.height(), region);
    }

    private ScoreVersions versions(List<ScannedContainer> containers, ImageModel model, RuleBook ruleBook) {
        var modelAnswered = containers.stream()
                .map(ScannedContainer::spot)
                .filter(Objects::nonNull)
                .anyMatch(spot -> spot.look() instanceof Answered);
        return modelAnswered
                ? new ScoreVersions(model.version(), model.digest(), ruleBook.version())
                : new ScoreVersions(null, null, ruleBook.version());
    }

    private static UUID scoreId(
            ScanReceived scan, OffsetDateTime time, ScoreVersions versions, List<ScannedContainer> containers) {
        var withoutAnswer = containers.stream()
                .filter(container ->
                        container.spot() != null && container.spot().look() instanceof Failed)
                .map(container -> String.valueOf(containers.indexOf(container)))
                .toList();
        return DeterministicId.of(
                "score",
                scan.scanId().toString(),
                time.toString(),
                contentDigest(scan),
                Objects.requireNonNullElse(versions.modelDigest(), "no model"),
                versions.ruleBook(),
                String.join(",", withoutAnswer));
    }

    /** Of the scan as the contracts write it: optional fields that a later release adds don't change it while they are absent. */
    private static String contentDigest(ScanReceived scan) {
        try {
            var content = EventCodec.mapper().writeValueAsBytes(scan);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("what was read as JSON can be written, and every Java has SHA-256", e);
        }
    }
}
