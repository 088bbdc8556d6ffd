package nl.bovenstrooms.contracts.event;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The assessment of a container ended.
 *
 * @param containerIndex of the container in the scan, from 0
 * @param toldToSource what the source country may know
 */
public record CaseDecided(
        UUID caseId,
        UUID scanId,
        String tenant,
        int containerIndex,
        int containersInScan,
        @Nullable String containerNumber,
        Decision decision,
        OffsetDateTime decidedAt,
        LocalText toldToSource) {}
