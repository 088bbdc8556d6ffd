package nl.bovenstrooms.queue.review;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.bovenstrooms.contracts.container.CheckDigit;
import nl.bovenstrooms.contracts.event.Decision;
import nl.bovenstrooms.contracts.event.LocalText;
import nl.bovenstrooms.contracts.manifest.Manifest;
import nl.bovenstrooms.queue.casefile.Deadline;
import nl.bovenstrooms.queue.casefile.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * A case as its reader sees it. No score, points or probability: a low one would betray that the case was drawn.
 *
 * @param version of what is shown here, whatever its score; a decision names it, so that it is about what was looked at
 * @param reference what people call it
 * @param containerIndex in the scan, from 0
 * @param places names of the UN/LOCODEs that the manifest mentions
 * @param image that shows the container; null when the scan has none
 * @param otherImages of the same scan
 * @param otherScans of the same container: that at the other end of the voyage first, then the newest
 * @param reasons of rules and history, the heaviest first
 * @param changes why the container was scored again; empty while the first score stands
 * @param revealed the marks of the machine, once asked for under this claim
 * @param decisions possible here and now
 */
record CaseRepresentation(
        UUID caseId,
        UUID version,
        String reference,
        Purpose purpose,
        @Nullable String containerNumber,
        @Nullable CheckDigit checkDigit,
        int containerIndex,
        int containersInScan,
        DeadlineRepresentation deadline,
        ScanRepresentation scan,
        Manifest manifest,
        Map<String, String> places,
        @Nullable ImageRepresentation image,
        List<ImageRepresentation> otherImages,
        List<OtherScanRepresentation> otherScans,
        List<ReasonRepresentation> reasons,
        List<LocalText> changes,
        @Nullable RevealedRepresentation revealed,
        boolean imageOpened,
        List<Decision> decisions) {

    CaseRepresentation {
        places = Map.copyOf(places);
        otherImages = List.copyOf(otherImages);
        otherScans = List.copyOf(otherScans);
        reasons = List.copyOf(reasons);
        changes = List.copyOf(changes);
        decisions = List.copyOf(decisions);
    }

    /**
     * @param at null when no known moment lies ahead
     * @param missing moments that the manifest does not name
     */
    record DeadlineRepresentation(@Nullable Instant at, Deadline.Kind kind, List<Deadline.Kind> missing) {
        DeadlineRepresentation {
            missing = List.copyOf(missing);
        }
    }

    /** @param flags what is odd about the upload */
    record ScanRepresentation(UUID scanId, String tenant, OffsetDateTime receivedAt, List<String> flags) {
        ScanRepresentation {
            flags = List.copyOf(flags);
        }
    }

    /** @param place UN/LOCODE of the scanner */
    record OtherScanRepresentation(
            UUID scanId,
            String caseReference,
            @Nullable OffsetDateTime occurredAt,
            @Nullable String place,
            @Nullable String direction,
            List<ImageRepresentation> images) {
        OtherScanRepresentation {
            images = List.copyOf(images);
        }
    }
}
