package nl.bovenstrooms.local.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import nl.bovenstrooms.embedded.CannotStart;
import nl.bovenstrooms.local.Member;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final Duration NO_TIME = Duration.ZERO;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void inALogFileEveryPieceOfNewsIsALineWithoutControlCharacters() {
        var screen = screen(false);
        screen.starting(Member.BROKER);
        screen.tick();
        screen.ready(Member.BROKER, Duration.ofMillis(2345));
        screen.startIsOver();
        screen.live("uploaded 1");
        screen.live("uploaded 1");
        screen.ready(Member.BROKER, Duration.ofMillis(900));
        assertThat(shown().lines())
                .containsExactly(
                        "broker is starting",
                        "broker is ready after 2.3 s",
                        "12:00:00  uploaded 1",
                        "broker is back after 0.9 s");
    }

    @Test
    void onATerminalWhatIsSaidStandsAboveTheLivingLine() {
        var screen = screen(true);
        screen.startIsOver();
        screen.live("uploaded 1");
        screen.say("scan-ingest died");
        assertThat(lastScreenful()).containsExactly("scan-ingest died", "12:00:00  uploaded 1");
    }

    @Test
    void aLivingLineIsCutToTheWidthOfTheTerminal() {
        var screen = screen(true);
        screen.startIsOver();
        screen.live("x".repeat(100));
        assertThat(lastScreenful()).last().asString().hasSize(39).endsWith("x\u2026");
    }

    @Test
    void whoWaitsIsToldOfAProcessThatDiesAgainAndAgain() throws InterruptedException {
        var screen = screen(false);
        assertThat(screen.pause(NO_TIME)).isTrue();
        screen.gaveUp(Member.RISK_SCORING, new CannotStart("exit 3, out of luck"));
        assertThatThrownBy(() -> screen.pause(NO_TIME))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("risk-scoring")
                .hasMessageContaining("out of luck");
    }

    @Test
    void whoWaitsIsToldThatEverythingStops() throws InterruptedException {
        var screen = screen(false);
        screen.stopping();
        assertThat(screen.pause(Duration.ofMinutes(5))).isFalse();
        assertThat(screen.isStopping()).isTrue();
    }

    private Screen screen(boolean terminal) {
        return new Screen(
                new PrintStream(bytes, true, StandardCharsets.UTF_8), terminal, 40, List.of(Member.BROKER), NOON);
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** As a terminal shows it: what was cleared is gone. */
    private List<String> lastScreenful() {
        return Arrays.stream(shown().split("\n"))
                .map(line -> line.substring(line.lastIndexOf("\r") + 1).replace("\u001b[2K", ""))
                .filter(line -> !line.isBlank() && !line.contains("broker"))
                .toList();
    }
}
