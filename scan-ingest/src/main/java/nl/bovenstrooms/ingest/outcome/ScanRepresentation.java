package nl.bovenstrooms.ingest.outcome;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.bovenstrooms.contracts.event.Decision;
import nl.bovenstrooms.contracts.event.LocalText;
import nl.bovenstrooms.ingest.scan.Scans.StoredScan;
import org.jspecify.annotations.Nullable;

/** A scan as its source sees it. */
public record ScanRepresentation(
        UUID scanId,
        String caseReference,
        State state,
        OffsetDateTime receivedAt,
        List<String> flags,
        List<Container> containers) {

    public ScanRepresentation {
        flags = List.copyOf(flags);
        containers = List.copyOf(containers);
    }

    /** How far the assessment is. */
    public enum State {
        RECEIVED,
        DECIDED
    }

    /** How far the assessment of one container is. */
    public enum ContainerState {
        IN_ASSESSMENT,
        DECIDED
    }

    /** @param told what the source may know; absent while the assessment goes on */
    public record Container(
            @Nullable String number,
            ContainerState state,
            @Nullable Decision decision,
            @Nullable LocalText told,
            @Nullable OffsetDateTime decidedAt) {}

    static ScanRepresentation from(StoredScan scan, List<Outcome> outcomes) {
        var containers = new ArrayList<Container>();
        for (var outcome : outcomes) {
            containers.add(new Container(
                    outcome.containerNumber(),
                    ContainerState.DECIDED,
                    outcome.decision(),
                    outcome.told(),
                    outcome.decidedAt()));
        }
        var decided = outcomes.stream().map(Outcome::containerNumber).toList();
        scan.containers().stream()
                .filter(number -> !decided.contains(number))
                .map(number -> new Container(number, ContainerState.IN_ASSESSMENT, null, null, null))
                .forEach(containers::add);
        var found = scan.containersFound();
        var state = found != null && outcomes.size() >= found ? State.DECIDED : State.RECEIVED;
        var receipt = scan.receipt();
        return new ScanRepresentation(
                receipt.scanId(), receipt.caseReference(), state, receipt.receivedAt(), scan.flags(), containers);
    }
}
