package nl.bovenstrooms.scoring.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import nl.bovenstrooms.scoring.rules.DryRun.Stored;
import org.junit.jupiter.api.Test;

class DryRunTest {

    private static final double THRESHOLD = 0.010;
    private static final Stored UNSEALED = new Stored("unsealed", Books.facts("container: {seals: 0}"), null);
    private static final Stored UNSEALED_AND_SEEN = new Stored("seen", Books.facts("container: {seals: 0}"), 1.0);
    private static final Stored CLEAN = new Stored("clean", Books.facts("container: {seals: 1}"), -3.0);

    @Test
    void tellsWhatIsGainedAndLost() {
        var weak = Books.read(Books.BOOK);
        var strong = Books.read(Books.BOOK.replace("points: 0.8", "points: 1.4"));

        var gaining = DryRun.of(weak, strong, Stream.of(UNSEALED, UNSEALED_AND_SEEN, CLEAN), THRESHOLD);
        assertThat(gaining.gained()).containsExactly("unsealed");
        assertThat(gaining.lost()).isEmpty();
        assertThat(gaining.casesBefore()).isEqualTo(1);
        assertThat(gaining.casesAfter()).isEqualTo(2);
        assertThat(gaining.workloadAfter()).isEqualTo(2 / 3.0);

        var losing = DryRun.of(strong, weak, Stream.of(UNSEALED, UNSEALED_AND_SEEN, CLEAN), THRESHOLD);
        assertThat(losing.lost()).containsExactly("unsealed");
        assertThat(losing.gained()).isEmpty();
    }

    @Test
    void countsHitsOfEveryRule() {
        var book = Books.read(Books.BOOK);
        var other = Books.read(Books.BOOK.replace("no-seal", "without-seal"));

        var dryRun = DryRun.of(book, other, Stream.of(UNSEALED, CLEAN), THRESHOLD);

        assertThat(dryRun.hitsBefore()).isEqualTo(Map.of("no-seal", 1));
        assertThat(dryRun.hitsAfter()).isEqualTo(Map.of("without-seal", 1));
        assertThat(dryRun.gained()).isEmpty();
    }

    @Test
    void theImageCountsWithinTheBoundsOfEachBook() {
        var deaf = Books.read(Books.BOOK.replace("highest: 4.0", "highest: 0.1"));

        var dryRun = DryRun.of(Books.read(Books.BOOK), deaf, Stream.of(UNSEALED_AND_SEEN), THRESHOLD);

        assertThat(dryRun.lost()).containsExactly("seen");
    }

    @Test
    void nothingStoredIsNoWork() {
        var book = Books.read(Books.BOOK);

        assertThat(DryRun.of(book, book, Stream.of(), THRESHOLD).workloadBefore())
                .isZero();
    }
}
