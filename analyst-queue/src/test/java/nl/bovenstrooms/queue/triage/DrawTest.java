package nl.bovenstrooms.queue.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTest {

    private static final int MANY = 20_000;
    private static final double THRESHOLD = 0.006;

    private final Draw draw = draw("a secret");
    private final Policy policy = new Policy(THRESHOLD, 0.05, draw);

    @Test
    void theShareIsWhatWasAskedFor() {
        var chosen = IntStream.range(0, MANY)
                .filter(i -> draw.isChosen(scan(i), 0, 0.05))
                .count();

        assertThat(chosen / (double) MANY).isBetween(0.045, 0.055);
        assertThat(IntStream.range(0, MANY).filter(i -> draw.isChosen(scan(i), 0, 0)))
                .isEmpty();
        assertThat(IntStream.range(0, MANY).filter(i -> !draw.isChosen(scan(i), 0, 1)))
                .isEmpty();
    }

    @Test
    void aRepeatDrawsTheSameAndAnotherSecretDrawsAnew() {
        var other = draw("another secret");

        assertThat(IntStream.range(0, MANY)
                        .filter(i -> draw.isChosen(scan(i), 0, 0.05)
                                != draw("a secret").isChosen(scan(i), 0, 0.05)))
                .isEmpty();
        assertThat(IntStream.range(0, MANY)
                        .filter(i -> draw.isChosen(scan(i), 0, 0.05) && other.isChosen(scan(i), 0, 0.05))
                        .count())
                .isLessThan(MANY / 200);
    }

    @Test
    void theContainersOfAScanAreDrawnApart() {
        assertThat(IntStream.range(0, MANY)
                        .filter(i -> draw.isChosen(scan(i), 0, 0.05) && draw.isChosen(scan(i), 1, 0.05))
                        .count())
                .isLessThan(MANY / 200);
    }

    @Test
    void delaysLieBetweenTheTwoAndReachBoth() {
        var seconds = IntStream.range(0, MANY)
                .mapToLong(i -> draw.delay(scan(i), 0, Duration.ofSeconds(20), Duration.ofSeconds(90))
                        .toSeconds())
                .summaryStatistics();

        assertThat(seconds.getMin()).isEqualTo(20);
        assertThat(seconds.getMax()).isEqualTo(90);
        assertThat(seconds.getAverage()).isBetween(53.0, 57.0);
    }

    @Test
    void exactlyAtTheThresholdAContainerIsNotAboveIt() {
        var scan = notDrawn();

        assertThat(policy.route(scan, 0, THRESHOLD)).isEqualTo(Route.NOT_READ);
        assertThat(policy.route(scan, 0, Math.nextUp(THRESHOLD))).isEqualTo(Route.ABOVE_THRESHOLD);
        assertThat(policy.route(drawn(), 0, 0)).isEqualTo(Route.RANDOM_SHARE);
    }

    @Test
    void whoIsToBeReadStaysToBeRead() {
        assertThat(policy.reroute(Route.ABOVE_THRESHOLD, notDrawn(), 0, 0)).isEqualTo(Route.ABOVE_THRESHOLD);
        assertThat(policy.reroute(Route.RANDOM_SHARE, notDrawn(), 0, 0)).isEqualTo(Route.RANDOM_SHARE);
        assertThat(policy.reroute(Route.RANDOM_SHARE, drawn(), 0, 0.5)).isEqualTo(Route.ABOVE_THRESHOLD);
        assertThat(policy.reroute(Route.NOT_READ, notDrawn(), 0, 0.5)).isEqualTo(Route.ABOVE_THRESHOLD);
        assertThat(policy.reroute(Route.NOT_READ, notDrawn(), 0, 0)).isEqualTo(Route.NOT_READ);
    }

    @Test
    void aDrawnCaseIsRankedAmongTheOthers() {
        assertThat(IntStream.range(0, MANY).mapToDouble(i -> policy.risk(Route.RANDOM_SHARE, scan(i), 0, 0)))
                .allMatch(risk -> risk >= THRESHOLD && risk <= 10 * THRESHOLD);
        assertThat(policy.risk(Route.ABOVE_THRESHOLD, scan(1), 0, 0.4)).isEqualTo(0.4);
        assertThat(policy.risk(Route.ABOVE_THRESHOLD, scan(1), 0, 0)).isEqualTo(THRESHOLD);
    }

    private UUID drawn() {
        return IntStream.range(0, MANY)
                .mapToObj(DrawTest::scan)
                .filter(scan -> draw.isChosen(scan, 0, 0.05))
                .findFirst()
                .orElseThrow();
    }

    private UUID notDrawn() {
        return IntStream.range(0, MANY)
                .mapToObj(DrawTest::scan)
                .filter(scan -> !draw.isChosen(scan, 0, 0.05))
                .findFirst()
                .orElseThrow();
    }

    private static Draw draw(String secret) {
        return new Draw(secret.getBytes(StandardCharsets.UTF_8));
    }

    private static UUID scan(int number) {
        return new UUID(0x4000L, 0x8000_0000_0000_0000L + number);
    }
}
