package nl.bovenstrooms.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AheadTest {

    @Test
    void keepsTheOrderHoweverLongEachTakes() {
        var made = new ArrayList<Long>();
        try (var ahead = new Ahead<Long>(0, 40, 4, 10, number -> {
            pause(number % 3);
            return number;
        })) {
            ahead.forEachRemaining(made::add);
        }
        assertThat(made).isEqualTo(LongStream.range(0, 40).boxed().toList());
    }

    @Test
    void saysWhyMakingFailed() {
        try (var ahead = new Ahead<Long>(0, 1, 1, 4, number -> {
            throw new IllegalArgumentException("no such container");
        })) {
            assertThatThrownBy(ahead::next).hasRootCauseMessage("no such container");
        }
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
