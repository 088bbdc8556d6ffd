package nl.bovenstrooms.queue.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.bovenstrooms.contracts.event.ScanScored.ContainerScore;
import nl.bovenstrooms.queue.score.ScoredScans;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** One row for each container of each scan. */
@ApplicationScoped
public class Assessments {

    private final Jdbi jdbi;

    @Inject
    Assessments(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /** A container of which the source is to hear that its assessment is complete. */
    record Complete(
            UUID caseId,
            UUID scanId,
            String tenant,
            int containerIndex,
            int containersInScan,
            @Nullable String containerNumber) {}

    /** How a container was scored and routed before. */
    record Earlier(Route route, ContainerScore score) {}

    /** What is known of a container; its row is locked until the transaction ends. */
    Optional<Earlier> find(UUID scanId, int containerIndex) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select route, score from assessment
                        where scan_id = :scanId and container_index = :containerIndex for update
                        """)
                .bind("scanId", scanId)
                .bind("containerIndex", containerIndex)
                .map((row, context) -> new Earlier(
                        Route.valueOf(row.getString("route")),
                        ScoredScans.read(row.getString("score"), ContainerScore.class)))
                .findOne());
    }

    /** @param answerAt counts for a container that is new; an earlier one keeps its moment */
    void put(UUID caseId, UUID scanId, ContainerScore score, Route route, Instant now, Instant answerAt) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into assessment (scan_id, container_index, case_id, container_number, route, probability,
                                                score, assessed_at, answer_at)
                        values (:scanId, :containerIndex, :caseId, :containerNumber, :route, :probability,
                                cast(:score as jsonb), :now, :answerAt)
                        on conflict (scan_id, container_index) do update
                           set container_number = excluded.container_number, route = excluded.route,
                               probability = excluded.probability, score = excluded.score,
                               assessed_at = excluded.assessed_at
                        """)
                .bind("scanId", scanId)
                .bind("containerIndex", score.index())
                .bind("caseId", caseId)
                .bind("containerNumber", score.containerNumber())
                .bind("route", route.name())
                .bind("probability", score.probability())
                .bind("score", ScoredScans.json(score))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("answerAt", answerAt.atOffset(ZoneOffset.UTC))
                .execute());
    }

    /** Takes those whose moment has come, and notes that their sources hear. Another instance takes others. */
    List<Complete> takeToAnswer(Instant now, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        with due as (
                            select scan_id, container_index from assessment
                            where (route = 'NOT_READ' or answer_held) and answered_at is null and answer_at <= :now
                            order by answer_at limit :limit for update skip locked
                        )
                        update assessment set answered_at = :now
                        from due join scored_scan using (scan_id)
                        where assessment.scan_id = due.scan_id and assessment.container_index = due.container_index
                        returning assessment.case_id, assessment.scan_id, assessment.container_index,
                                  assessment.container_number, scored_scan.tenant, scored_scan.containers
                        """)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("limit", limit)
                .map((row, context) -> new Complete(
                        row.getObject("case_id", UUID.class),
                        row.getObject("scan_id", UUID.class),
                        row.getString("tenant"),
                        row.getInt("container_index"),
                        row.getInt("containers"),
                        row.getString("container_number")))
                .list());
    }
}
