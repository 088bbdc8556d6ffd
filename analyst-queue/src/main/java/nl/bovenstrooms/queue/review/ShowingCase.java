package nl.bovenstrooms.queue.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.bovenstrooms.contracts.container.ContainerNumber;
import nl.bovenstrooms.contracts.event.ScanScored.Change;
import nl.bovenstrooms.contracts.event.ScanScored.ContributionSource;
import nl.bovenstrooms.contracts.manifest.Manifest;
import nl.bovenstrooms.contracts.place.UnLocodes;
import nl.bovenstrooms.queue.casefile.CaseState.Claimed;
import nl.bovenstrooms.queue.casefile.Deadline;
import nl.bovenstrooms.queue.casefile.DecisionRules;
import nl.bovenstrooms.queue.review.CaseRepresentation.DeadlineRepresentation;
import nl.bovenstrooms.queue.review.CaseRepresentation.OtherScanRepresentation;
import nl.bovenstrooms.queue.review.CaseRepresentation.ScanRepresentation;
import nl.bovenstrooms.queue.review.Cases.StoredCase;
import nl.bovenstrooms.queue.score.ScoredScans;
import nl.bovenstrooms.queue.score.ScoredScans.ScoredContainer;

/** Puts together what the holder of a case sees. */
@ApplicationScoped
class ShowingCase {

    private final ScoredScans scoredScans;
    private final Clock clock;

    @Inject
    ShowingCase(ScoredScans scoredScans, Clock clock) {
        this.scoredScans = scoredScans;
        this.clock = clock;
    }

    CaseRepresentation show(StoredCase stored) {
        var scored = scored(stored);
        var scan = scored.scan();
        var score = scored.score();
        var all = scoredScans.containersOf(stored.scanId());
        var principal = ImageRepresentation.principal(scan, score);
        var number = score.containerNumber();
        var claimed = stored.state() instanceof Claimed state ? state : null;
        var now = clock.instant();
        return new CaseRepresentation(
                stored.caseId(),
                scored.shown(),
                stored.reference(),
                stored.purpose(),
                number,
                number == null || number.isBlank()
                        ? null
                        : ContainerNumber.of(number).checkDigit(),
                stored.containerIndex(),
                scored.containersInScan(),
                deadline(stored, now),
                new ScanRepresentation(scan.scanId(), scan.tenant(), scan.receivedAt(), scan.flags()),
                scan.manifest(),
                places(scan.manifest()),
                principal
                        .map(image -> ImageRepresentation.from(image, score, all))
                        .orElse(null),
                scan.images().stream()
                        .filter(image -> !principal.equals(Optional.of(image)))
                        .map(image -> ImageRepresentation.from(image, score, all))
                        .toList(),
                scoredScans.othersOf(scored).stream().map(this::otherScan).toList(),
                score.contributions().stream()
                        .filter(contribution -> contribution.source() != ContributionSource.IMAGE)
                        .map(ReasonRepresentation::from)
                        .toList(),
                scored.changes().stream().map(Change::reason).toList(),
                claimed != null && claimed.revealed() ? RevealedRepresentation.from(scored) : null,
                claimed != null && claimed.imageOpened(),
                DecisionRules.possible(stored.circumstances(now)));
    }

    RevealedRepresentation showMarks(StoredCase stored) {
        return RevealedRepresentation.from(scored(stored));
    }

    private ScoredContainer scored(StoredCase stored) {
        return scoredScans
                .find(stored.scanId(), stored.containerIndex())
                .orElseThrow(() -> new IllegalStateException("a case has a score"));
    }

    private static DeadlineRepresentation deadline(StoredCase stored, Instant now) {
        var next = stored.moments().next(now);
        var at = next.kind() == Deadline.Kind.NONE ? null : next.at();
        return new DeadlineRepresentation(at, next.kind(), stored.moments().missing());
    }

    private OtherScanRepresentation otherScan(ScoredContainer other) {
        var scan = other.scan();
        var passage = scan.manifest().scan();
        var sender = scan.manifest().sender();
        var facility = sender == null ? null : sender.facility();
        var all = scoredScans.containersOf(scan.scanId());
        return new OtherScanRepresentation(
                scan.scanId(),
                scan.caseReference(),
                passage == null ? null : passage.occurredAt(),
                facility == null ? null : facility.unlocode(),
                passage == null ? null : passage.direction(),
                scan.images().stream()
                        .map(image -> ImageRepresentation.from(image, other.score(), all))
                        .toList());
    }

    private static Map<String, String> places(Manifest manifest) {
        var sender = manifest.sender();
        var facility = sender == null ? null : sender.facility();
        var transport = manifest.transport();
        var codes = Stream.concat(
                Stream.of(facility == null ? null : facility.unlocode()),
                transport == null
                        ? Stream.empty()
                        : Stream.concat(
                                Stream.of(transport.portOfLoading(), transport.portOfDischarge()),
                                transport.portsOfTransit().stream()));
        var names = new TreeMap<String, String>();
        codes.filter(Objects::nonNull).forEach(code -> {
            var name = UnLocodes.names().get(code);
            if (name != null) {
                names.put(code, name);
            }
        });
        return names;
    }
}
