package nl.bovenstrooms.scoring.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import nl.bovenstrooms.contracts.event.EventCodec;
import nl.bovenstrooms.contracts.event.EventType;
import nl.bovenstrooms.contracts.event.ScanScored;
import org.jdbi.v3.core.Jdbi;

/** What was said of containers, beside the scores that they had. */
@ApplicationScoped
class Outcomes {

    private static final int AT_ONCE = 100;

    private final Jdbi jdbi;

    @Inject
    Outcomes(DataSource dataSource) {
        this(Jdbi.create(dataSource));
    }

    /** Outside the service. */
    Outcomes(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A score that was published, and when. */
    record Score(OffsetDateTime at, ScanScored scored) {}

    /**
     * Keeps what was told last, of each kind for each case. The same ones give the same, in whatever order and however often they come; the
     * score they belong to may come later. Of a scan that was forgotten nothing is kept: the filing still knows that it was there.
     * Until the row of a scan is let go, nobody can forget it.
     */
    void keep(Outcome outcome) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        with here as (select scan_id from scan where scan_id = :scanId for key share)
                        insert into outcome (case_id, kind, scan_id, container_index, said, said_at, told_at,
                                             event_id)
                        select :caseId, :kind, :scanId, :index, :said, :at, :toldAt, :eventId
                        where exists (select from here) or not exists (select from filing where scan_id = :scanId)
                        on conflict (case_id, kind) do update
                        set scan_id = excluded.scan_id, container_index = excluded.container_index,
                            said = excluded.said, said_at = excluded.said_at, told_at = excluded.told_at,
                            event_id = excluded.event_id
                        where (excluded.told_at, excluded.event_id) > (outcome.told_at, outcome.event_id)
                        """)
                .bind("caseId", outcome.caseId())
                .bind("kind", outcome.said().kind().name())
                .bind("scanId", outcome.scanId())
                .bind("index", outcome.containerIndex())
                .bind("said", outcome.said().name())
                .bind("at", outcome.at())
                .bind("toldAt", outcome.toldAt())
                .bind("eventId", outcome.eventId())
                .execute());
    }

    /** All that was said of containers of scans that were scored since. */
    List<Outcome> ofScansScoredSince(Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from outcome
                        where scan_id in (select scan_id from score where scored_at >= :since)
                        """)
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .map((row, context) -> new Outcome(
                        row.getObject("case_id", UUID.class),
                        row.getObject("scan_id", UUID.class),
                        row.getInt("container_index"),
                        Outcome.Said.valueOf(row.getString("said")),
                        row.getObject("said_at", OffsetDateTime.class),
                        row.getObject("told_at", OffsetDateTime.class),
                        row.getObject("event_id", UUID.class)))
                .list());
    }

    /** All scores of scans that were scored since; those of one scan stand together, the first one first. */
    void forEachScoreSince(Instant since, Consumer<Score> consumer) {
        jdbi.useTransaction(handle -> handle.createQuery("""
                        select scored_at, event from score
                        where scan_id in (select scan_id from score where scored_at >= :since)
                        order by scan_id, version
                        """)
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .setFetchSize(AT_ONCE)
                .map((row, context) -> new Score(
                        row.getObject("scored_at", OffsetDateTime.class),
                        EventCodec.read(row.getBytes("event"), EventType.SCAN_SCORED, ScanScored.class)
                                .data()))
                .forEach(consumer));
    }
}
