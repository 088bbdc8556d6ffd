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
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.bovenstrooms.contracts.event.DeterministicId;
import nl.bovenstrooms.contracts.event.EventCodec;
import nl.bovenstrooms.contracts.event.ScanReceived;
import nl.bovenstrooms.contracts.event.ScanScored;
import nl.bovenstrooms.contracts.event.ScanScored.Change;
import nl.bovenstrooms.contracts.event.ScanScored.ContainerScore;
import nl.bovenstrooms.contracts.event.ScanScored.Revision;
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

    /**
     * A scan with the score of one of its containers.
     *
     * @param changes why it was scored again; empty while the first score stands
     */
    public record ScoredContainer(
            UUID scoreId,
            ScanReceived scan,
            ScoreVersions versions,
            List<Change> changes,
            int containersInScan,
            ContainerScore score) {

        public ScoredContainer {
            changes = List.copyOf(changes);
        }

        /**
         * The same as long as it is the same container, in the same place of the same picture, declared in the same message: a score that
         * changes because of another scan leaves it as it is.
         */
        public UUID shown() {
            return DeterministicId.of(
                    "shown",
                    scan.scanId().toString(),
                    String.valueOf(scan.manifest().messageId()),
                    String.valueOf(score.containerNumber()),
                    String.valueOf(score.imageId()),
                    String.valueOf(score.region()));
        }
    }

    /**
     * Takes the row of the scan, locked until the transaction ends, and puts the newer score into it.
     *
     * @param scoredAt time of the event. Of two scores, the one with the higher version counts; of two without a version the later
     *     one, and of two of the same time the one with a model
     * @return false when what is there is newer, or the same
     */
    public boolean takeNewer(ScanScored scored, OffsetDateTime scoredAt) {
        var scan = scored.scan();
        var revision = Optional.ofNullable(scored.revision());
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                insert into scored_scan as kept
                                       (scan_id, tenant, case_reference, score_id, scored_at, score_version,
                                        containers, scan, versions, changes)
                                values (:scanId, :tenant, :caseReference, :scoreId, :scoredAt, :version,
                                        :containers, cast(:scan as jsonb), cast(:versions as jsonb),
                                        cast(:changes as jsonb))
                                on conflict (scan_id) do update
                                   set score_id = excluded.score_id, scored_at = excluded.scored_at,
                                       containers = greatest(kept.containers, excluded.containers),
                                       score_version = excluded.score_version, scan = excluded.scan,
                                       versions = excluded.versions, changes = excluded.changes
                                 where excluded.score_version > kept.score_version
                                    or (excluded.score_version = 0 and kept.score_version = 0
                                        and (excluded.scored_at > kept.scored_at
                                             or (excluded.scored_at = kept.scored_at
                                                 and kept.versions ->> 'model' is null
                                                 and excluded.versions ->> 'model' is not null)))
                                """)
                        .bind("scanId", scan.scanId())
                        .bind("tenant", scan.tenant())
                        .bind("caseReference", scan.caseReference())
                        .bind("scoreId", scored.scoreId())
                        .bind("scoredAt", scoredAt)
                        .bind("version", revision.map(Revision::version).orElse(0))
                        .bind("changes", json(revision.map(Revision::changes).orElse(List.of())))
                        .bind("containers", scored.containers().size())
                        .bind("scan", json(scan))
                        .bind("versions", json(scored.versions()))
                        .execute()
                == 1);
    }

    public Optional<ScoredContainer> find(UUID scanId, int containerIndex) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select score_id, scan, versions, changes, containers, score from scored_scan join assessment using (scan_id)
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

    /**
     * Other scans of a container: that at the other end of the voyage first, whose number may have been read otherwise, then those
     * with the same number, the newest first, at most ten.
     */
    public List<ScoredContainer> othersOf(ScoredContainer own) {
        var otherEnd = Optional.ofNullable(own.score().otherScan())
                .flatMap(other -> find(other.scanId(), other.containerIndex()));
        var number = own.score().containerNumber();
        if (number == null || number.isBlank()) {
            return otherEnd.stream().toList();
        }
        var sameNumber = ofNumber(number, own.scan().scanId()).stream().filter(other -> otherEnd.stream()
                .noneMatch(known -> known.scan().scanId().equals(other.scan().scanId())));
        return Stream.concat(otherEnd.stream(), sameNumber).toList();
    }

    private List<ScoredContainer> ofNumber(String containerNumber, UUID exceptScanId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select score_id, scan, versions, changes, containers, score from scored_scan join assessment using (scan_id)
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
                row.getObject("score_id", UUID.class),
                read(row.getString("scan"), ScanReceived.class),
                read(row.getString("versions"), ScoreVersions.class),
                List.of(read(row.getString("changes"), Change[].class)),
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

    /** What was kept. */
    public static <T> T read(String json, Class<T> type) {
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
