package nl.bovenstrooms.queue.inspection;

import static nl.bovenstrooms.queue.score.ScoredScans.utc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.bovenstrooms.queue.score.ScoredScans;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What checks found, one for each container of which somebody told. */
@ApplicationScoped
class Inspections {

    private final Jdbi jdbi;

    @Inject
    Inspections(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /** A container that was scored, whether anybody reads it or not. */
    record Container(UUID scanId, int index, @Nullable String number) {}

    /**
     * What was told.
     *
     * @param version 1, and one more with each correction
     */
    record Report(int version, Inspection inspection, Instant reportedAt) {}

    /** The container, locked until the transaction ends, so that words about it come one after the other. */
    Optional<Container> lock(UUID caseId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select scan_id, container_index, container_number from assessment
                        where case_id = :caseId for update
                        """)
                .bind("caseId", caseId)
                .map((row, context) -> new Container(
                        row.getObject("scan_id", UUID.class),
                        row.getInt("container_index"),
                        row.getString("container_number")))
                .findOne());
    }

    /** Whether this person reads the case, or has read it. */
    boolean isReader(UUID caseId, String person) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select exists (select from reading
                                       where case_id = :caseId and reader = :person and ended <> 'RELEASED')
                            or exists (select from review_case where case_id = :caseId and claimed_by = :person)
                        """)
                .bind("caseId", caseId)
                .bind("person", person)
                .mapTo(Boolean.class)
                .one());
    }

    Optional<Report> find(UUID caseId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select version, inspection, reported_at from inspection where case_id = :caseId")
                .bind("caseId", caseId)
                .map((row, context) -> new Report(
                        row.getInt("version"),
                        ScoredScans.read(row.getString("inspection"), Inspection.class),
                        row.getObject("reported_at", OffsetDateTime.class).toInstant()))
                .findOne());
    }

    void put(UUID caseId, Report report, String reporter) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into inspection (case_id, version, inspection, reported_by, reported_at)
                        values (:caseId, :version, cast(:inspection as json), :reporter, :reportedAt)
                        on conflict (case_id) do update
                           set version = excluded.version, inspection = excluded.inspection,
                               reported_by = excluded.reported_by, reported_at = excluded.reported_at
                        """)
                .bind("caseId", caseId)
                .bind("version", report.version())
                .bind("inspection", ScoredScans.json(report.inspection()))
                .bind("reporter", reporter)
                .bind("reportedAt", utc(report.reportedAt()))
                .execute());
    }
}
