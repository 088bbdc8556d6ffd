package nl.bovenstrooms.scoring.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.scoring.comparison.Goods.Scanner;
import org.junit.jupiter.api.Test;

/** What the image model says, as a second witness. */
class EvidenceTest {

    private static final Scanner ORIGIN = new Scanner(1100, 400, false, 1.8);
    private static final Scanner ARRIVAL = new Scanner(900, 460, true, 1);
    private static final Weights WEIGHTS = new Weights(-6, 1, 1, 30);
    private static final int COLUMNS = 128;
    private static final int ROWS = 48;

    private final Picture first = Goods.loaded(1).scannedBy(ORIGIN, 1);
    private final Picture second = Goods.loaded(1).scannedBy(ARRIVAL, 2);

    @Test
    void aRiseOfSuspicionSpeaksForAChangeWhereItIs() {
        var signs = strongest(seen(first, 0.5, -1), seen(second, 2, 40));

        assertThat(signs.suspicion()).isCloseTo(1.5, within(1e-9));
        assertThat(signs.suspicionHere()).isGreaterThan(0.9);
    }

    @Test
    void whatIsSuspiciousInBothIsNoChange() {
        // The container comes the other way round.
        var signs = strongest(seen(first, 2, COLUMNS - 1 - 40), seen(second, 2, 40));

        assertThat(signs.suspicion()).isZero();
        assertThat(signs.suspicionHere()).isLessThan(0.1);
    }

    @Test
    void whatIsSuspiciousInTheFirstOnlyIsGone() {
        var signs = strongest(seen(first, 2, COLUMNS - 1 - 40), seen(second, 0.5, -1));

        assertThat(signs.suspicion()).isCloseTo(1.5, within(1e-9));
        assertThat(signs.suspicionHere()).isGreaterThan(0.9);
    }

    @Test
    void whoDidNotLookAtBothSaysNothing() {
        var signs = strongest(first, seen(second, 4, 40));

        assertThat(signs.suspicion()).isZero();
        assertThat(signs.suspicionHere()).isZero();
    }

    @Test
    void oneContainerResemblesItselfAndNoOther() {
        var limits = Limits.shipped();
        var other = Goods.loaded(2).scannedBy(ARRIVAL, 2);

        var itself = limits.belonging().probability(Evidence.of(first, second).resemblance());
        var stranger = limits.belonging().probability(Evidence.of(first, other).resemblance());

        assertThat(itself).isGreaterThan(0.99);
        assertThat(stranger).isLessThan(limits.leastMatch());
    }

    private static Signs strongest(Picture first, Picture second) {
        return Evidence.of(first, second).strongest(WEIGHTS);
    }

    /** @param hot column of the heat map around which it is hot; below 0 for nowhere */
    private static Picture seen(Picture picture, double logOdds, int hot) {
        var samples = new short[COLUMNS * ROWS];
        for (var row = 20; hot >= 0 && row < 26; row++) {
            for (var column = hot - 3; column <= hot + 3; column++) {
                samples[row * COLUMNS + column] = 255;
            }
        }
        return new Picture(
                picture.principal(),
                picture.container(),
                new Suspicion(logOdds, new Raster(COLUMNS, ROWS, 8, samples)));
    }
}
