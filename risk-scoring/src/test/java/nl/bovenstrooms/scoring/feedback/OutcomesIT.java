package nl.bovenstrooms.scoring.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.bovenstrooms.contracts.event.Event;
import nl.bovenstrooms.contracts.event.EventCodec;
import nl.bovenstrooms.contracts.event.EventType;
import nl.bovenstrooms.scoring.feedback.Outcome.Said;
import nl.bovenstrooms.scoring.feedback.Outcomes.Score;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Outcomes in a real database. */
@QuarkusTest
class OutcomesIT {

    @Inject
    Outcomes outcomes;

    @Inject
    DataSource dataSource;

    private final List<UUID> kept = new ArrayList<>();

    /** Other tests of the same database make every score again, and these were made from nothing. */
    @AfterEach
    void takeAway() {
        Jdbi.create(dataSource)
                .useHandle(handle -> kept.forEach(scanId -> {
                    handle.execute("delete from score where scan_id = ?", scanId);
                    handle.execute("delete from scan where scan_id = ?", scanId);
                }));
    }

    @Test
    void theLatestOfEachKindCountsInWhateverOrderTheyCome() {
        var scan = UUID.randomUUID();
        keep(Scores.score(scan, 1, 0, "no-seal"));
        var said = List.of(
                Scores.outcome(scan, Said.UNCLEAR, 1),
                Scores.outcome(scan, Said.ACTED_ON, 2),
                Scores.outcome(scan, Said.NOTHING, 3),
                Scores.outcome(scan, Said.FOUND, 4));

        for (var order : List.of(List.of(3, 1, 2, 0), List.of(0, 0, 3, 2, 1, 3))) {
            order.forEach(index -> outcomes.keep(said.get(index)));
        }

        assertThat(outcomes.ofScansScoredSince(Instant.EPOCH))
                .filteredOn(outcome -> outcome.scanId().equals(scan))
                .extracting(Outcome::said)
                .containsExactly(Said.ACTED_ON, Said.FOUND);
    }

    @Test
    void scoresOfOneScanStandTogetherInTheirOrder() {
        var scan = UUID.randomUUID();
        keep(Scores.score(scan, 1, 0, "no-seal"));
        keep(Scores.score(scan, 2, 5, "vague"));

        var found = new ArrayList<Score>();
        outcomes.forEachScoreSince(Scores.TIME.plusMinutes(5).toInstant(), found::add);

        assertThat(found)
                .filteredOn(score -> score.scored().scan().scanId().equals(scan))
                .extracting(score -> score.scored().revision().version())
                .containsExactly(1, 2);
    }

    private void keep(Score score) {
        var scored = score.scored();
        var scanId = scored.scan().scanId();
        var event = Event.of(
                EventType.SCAN_SCORED, scored.scoreId(), "/risk-scoring", scanId.toString(), score.at(), scored);
        kept.add(scanId);
        Jdbi.create(dataSource).useHandle(handle -> {
            handle.execute("insert into scan (scan_id, known) values (?, '{}') on conflict do nothing", scanId);
            handle.execute(
                    "insert into score (scan_id, version, scored_at, basis, event) values (?, ?, ?, '{}', ?)",
                    scanId,
                    scored.revision().version(),
                    score.at(),
                    EventCodec.write(event));
        });
    }
}
