package nl.bovenstrooms.scoring.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.bovenstrooms.scoring.image.ImageFindings.Seen;
import nl.bovenstrooms.scoring.rules.ActiveRuleBook;
import nl.bovenstrooms.scoring.rules.DryRun;
import nl.bovenstrooms.scoring.rules.DryRun.Stored;
import nl.bovenstrooms.scoring.rules.RuleBook;
import nl.bovenstrooms.scoring.scan.Archive.StoredScore;
import nl.bovenstrooms.scoring.scan.Look.Answered;

/** Says what another rule book would have made of scans that were scored: from what their scores were made of, and nothing else. */
@ApplicationScoped
class TryingRuleBook {

    private final Archive archive;
    private final ActiveRuleBook rules;

    @Inject
    TryingRuleBook(Archive archive, ActiveRuleBook rules) {
        this.archive = archive;
        this.rules = rules;
    }

    /**
     * The other book is weighed as the one in force, unless it has weights of its own.
     *
     * @param since of the last score of a scan
     * @param threshold probability from which a container is a case, 0 to 1
     */
    DryRun dryRun(RuleBook other, Instant since, double threshold) {
        var inForce = rules.get();
        var weighed = other.weighedAs(inForce);
        return archive.lastScores(
                since, scores -> DryRun.of(inForce, weighed, scores.flatMap(TryingRuleBook::containers), threshold));
    }

    private static Stream<Stored> containers(StoredScore score) {
        var basis = score.basis();
        var scan = basis.known().latest().scan();
        var containers = Matching.containers(scan, basis.known().sight().spots());
        var facts = JudgingScan.facts(basis);
        return IntStream.range(0, containers.size()).mapToObj(index -> {
            var spot = containers.get(index).spot();
            var seen = spot != null
                            && spot.look() instanceof Answered answered
                            && answered.findings() instanceof Seen found
                    ? found
                    : null;
            return new Stored(
                    reference(scan.caseReference(), index, containers.size()),
                    facts.get(index),
                    seen == null ? null : (Double) seen.logOdds());
        });
    }

    /** What people call the case, as the queue does: where a scan shows several containers, which of them. */
    private static String reference(String ofScan, int index, int containers) {
        return containers == 1 ? ofScan : ofScan + "-" + (index + 1);
    }
}
