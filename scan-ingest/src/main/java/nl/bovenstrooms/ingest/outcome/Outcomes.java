package nl.bovenstrooms.ingest.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.bovenstrooms.contracts.event.Decision;
import nl.bovenstrooms.contracts.event.LocalText;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The outcomes, in an order that a reader can follow with a cursor. */
@ApplicationScoped
public class Outcomes {

    private final Jdbi jdbi;

    @Inject
    Outcomes(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /**
     * An outcome at its place in a tenant's feed.
     *
     * @param position from 1, without gaps
     */
    public record Positioned(long position, @Nullable String sourceReference, Outcome outcome) {}

    /**
     * Adds an outcome at the end of the tenant's feed. The lock is held until the transaction ends, so positions are given in the
     * order of commit: a reader that has seen position n never misses a smaller one that commits later. A sequence would not
     * promise that.
     */
    void add(String tenant, Outcome outcome) {
        jdbi.useHandle(handle -> {
            handle.createQuery("select pg_advisory_xact_lock(hashtextextended('outcome ' || :tenant, 0))::text")
                    .bind("tenant", tenant)
                    .mapTo(String.class)
                    .list();
            handle.createUpdate("""
                            insert into outcome (tenant, position, case_id, scan_id, container_index, container_number,
                                                 decision, told_nl, told_en, decided_at)
                            values (:tenant,
                                    (select coalesce(max(position), 0) + 1 from outcome where tenant = :tenant),
                                    :caseId, :scanId, :containerIndex, :containerNumber,
                                    :decision, :toldNl, :toldEn, :decidedAt)
                            """)
                    .bind("tenant", tenant)
                    .bind("caseId", outcome.caseId())
                    .bind("scanId", outcome.scanId())
                    .bind("containerIndex", outcome.containerIndex())
                    .bind("containerNumber", outcome.containerNumber())
                    .bind("decision", outcome.decision().name())
                    .bind("toldNl", outcome.told().nl())
                    .bind("toldEn", outcome.told().en())
                    .bind("decidedAt", outcome.decidedAt())
                    .execute();
        });
    }

    /** A tenant's outcomes after a position, the oldest first. */
    List<Positioned> after(String tenant, long position, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select outcome.*, scan.source_reference from outcome join scan using (scan_id)
                        where outcome.tenant = :tenant and position > :position
                        order by position limit :limit
                        """)
                .bind("tenant", tenant)
                .bind("position", position)
                .bind("limit", limit)
                .map((row, context) ->
                        new Positioned(row.getLong("position"), row.getString("source_reference"), outcome(row)))
                .list());
    }

    /** The latest outcome of each container of a scan. */
    public List<Outcome> latestOf(UUID scanId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select distinct on (container_index) * from outcome
                        where scan_id = :scanId order by container_index, position desc
                        """)
                .bind("scanId", scanId)
                .map((row, context) -> outcome(row))
                .list());
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        return new Outcome(
                row.getObject("case_id", UUID.class),
                row.getObject("scan_id", UUID.class),
                row.getInt("container_index"),
                row.getString("container_number"),
                Decision.valueOf(row.getString("decision")),
                new LocalText(row.getString("told_nl"), row.getString("told_en")),
                row.getObject("decided_at", OffsetDateTime.class));
    }
}
