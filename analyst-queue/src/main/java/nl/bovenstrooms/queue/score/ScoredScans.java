package nl.bovenstrooms.queue.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.bovenstrooms.contracts.event.EventCodec;
import nl.bovenstrooms.contracts.event.ScanReceived;
import nl.bovenstrooms.contracts.event.ScanScored;
import nl.bovenstrooms.contracts.event.ScanScored.ContainerScore;
import nl.bovenstrooms.contracts.event.ScanScored.ScoreVersions;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The newest score of each scan, with the scan itself. */
@ApplicationScoped
public class ScoredScans {

    private final Jdbi jdbi;

    @Inject
    ScoredScans(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /** A scan with the score of one of its containers. */
    public record ScoredContainer(
            ScanReceived scan, ScoreVersions versions, int containersInScan, ContainerScore score) {}

    /**
     * Takes the row of the scan, locked until the transaction ends, and puts the newer score into it.
     *
     * @param scoredAt time of the event: of two scores, the later one counts; of two of the same time, the one with a model
     * @return false when what is there is newer, or the same
     */
    public boolean takeNewer(ScanScored scored, OffsetDateTime scoredAt) {
        var scan = scored.scan();
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                insert into scored_scan as kept
                                       (scan_id, tenant, case_reference, score_id, scored_at, containers, scan, versions)
                                values (:scanId, :tenant, :caseReference, :scoreId, :scoredAt, :containers,
                                        cast(:scan as jsonb), cast(:versions as jsonb))
                                on conflict (scan_id) do update
                                   set score_id = excluded.score_id, scored_at = excluded.scored_at,
                                       containers = greatest(kept.containers, excluded.containers),
                                       scan = excluded.scan, versions = excluded.versions
                                 where excluded.scored_at > kept.scored_at
                                    or (excluded.scored_at = kept.scored_at
                                        and kept.versions ->> 'model' is null
                                        and excluded.versions ->> 'model' is not null)
                                """)
                        .bind("scanId", scan.scanId())
                        .bind("tenant", scan.tenant())
                        .bind("caseReference", scan.caseReference())
                        .bind("scoreId", scored.scoreId())
                        .bind("scoredAt", scoredAt)
                        .bind("containers", scored.containers().size())
                        .bind("scan", json(scan))
                        .bind("versions", json(scored.versions()))
                        .execute()
                == 1);
    }

    public Optional<ScoredContainer> find(UUID scanId, int containerIndex) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select scan, versions, containers, score from scored_scan join assessment using (scan_id)
                        where scan_id = :scanId and container_index = :containerIndex
                        """)
                .bind("scanId", scanId)
                .bind("containerIndex", containerIndex)
                .map((row, context) -> scoredContainer(row))
                .findOne());
    }

    /** The scores of all containers of a scan. */
    public List<ContainerScore> containersOf(UUID scanId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select score from assessment where scan_id = :scanId order by container_index")
                .bind("scanId", scanId)
                .map((row, context) -> read(row.getString("score"), ContainerScore.class))
                .list());
    }

    /** Other scans of a container with this number, the newest first, at most ten. */
    public List<ScoredContainer> ofNumber(String containerNumber, UUID exceptScanId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select scan, versions, containers, score from scored_scan join assessment using (scan_id)
                        where container_number = :containerNumber and scan_id <> :exceptScanId
                        order by coalesce((scan #>> '{manifest,scan,occurredAt}')::timestamptz,
                                          (scan ->> 'receivedAt')::timestamptz) desc
                        limit 10
                        """)
                .bind("containerNumber", containerNumber)
                .bind("exceptScanId", exceptScanId)
                .map((row, context) -> scoredContainer(row))
                .list());
    }

    private static ScoredContainer scoredContainer(ResultSet row) throws SQLException {
        return new ScoredContainer(
                read(row.getString("scan"), ScanReceived.class),
                read(row.getString("versions"), ScoreVersions.class),
                row.getInt("containers"),
                read(row.getString("score"), ContainerScore.class));
    }

    /** As it is kept. */
    public static String json(Object value) {
        try {
            return EventCodec.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own records can always be written", e);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return EventCodec.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was kept can always be read", e);
        }
    }

    /** A time as the database driver takes and gives it. */
    public static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
