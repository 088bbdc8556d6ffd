package nl.bovenstrooms.scoring.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.bovenstrooms.contracts.event.ScanScored.Because;
import nl.bovenstrooms.outbox.UnheardOutbox;
import nl.bovenstrooms.scoring.rules.ActiveRuleBook;
import nl.bovenstrooms.scoring.scan.Archive.Mark;
import org.junit.jupiter.api.Test;

class ScoringAgainTest {

    private static final UUID DAMAGED = new UUID(1, 1);
    private static final UUID SOUND = new UUID(1, 2);
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    private boolean isDamaged;

    private final InMemoryArchive archive = new InMemoryArchive() {
        @Override
        Optional<KnownScan> find(UUID scanId) {
            if (isDamaged && scanId.equals(DAMAGED)) {
                throw new IllegalStateException("it can't be read");
            }
            return super.find(scanId);
        }
    };
    private final ScoringMetrics metrics = new ScoringMetrics(new SimpleMeterRegistry());
    private final KeepingScan keeping = new KeepingScan(
            archive,
            new JudgingScan(ActiveRuleBook.shipped(false), metrics),
            new UnheardOutbox(),
            metrics,
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void aScanThatCanNotBeScoredKeepsNobodyWaiting() {
        keep(DAMAGED);
        keep(SOUND);
        isDamaged = true;
        var mark = new Mark(Because.SAME_BILL, new UUID(1, 3));
        archive.mark(Set.of(DAMAGED), mark, NOW);
        archive.mark(Set.of(SOUND), mark, NOW);
        var again = new ScoringAgain(keeping, Clock.fixed(NOW, ZoneOffset.UTC));

        assertThat(again.scoreOne()).isTrue();
        assertThat(again.scoreOne()).isTrue();
        assertThat(again.scoreOne()).isFalse();

        assertThat(archive.longestMarked(Set.of(DAMAGED))).isEmpty();
    }

    @Test
    void itIsTriedAgainAfterAWhile() {
        keep(DAMAGED);
        isDamaged = true;
        archive.mark(Set.of(DAMAGED), new Mark(Because.SAME_BILL, SOUND), NOW);
        var clock = new MovableClock();
        var again = new ScoringAgain(keeping, clock);
        assertThat(again.scoreOne()).isTrue();
        // A transaction that fails leaves the marks where they were.
        archive.mark(Set.of(DAMAGED), new Mark(Because.SAME_BILL, SOUND), NOW);
        assertThat(again.scoreOne()).isFalse();

        clock.now = NOW.plus(Duration.ofMinutes(11));

        assertThat(again.scoreOne()).isTrue();
    }

    private void keep(UUID scanId) {
        var scan = Examples.scan(
                scanId, Examples.manifest(Examples.reefer("MSCU1234566")), Examples.image(scanId, "image-1"));
        keeping.keep(new Told(scan, scan.receivedAt(), scanId), new Sight("model", "digest", Map.of()));
    }

    private static final class MovableClock extends Clock {

        private Instant now = NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
