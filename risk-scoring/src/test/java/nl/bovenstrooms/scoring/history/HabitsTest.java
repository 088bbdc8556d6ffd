package nl.bovenstrooms.scoring.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HabitsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Shipment OWN = new Shipment("fruit-co", "shop", "own", Set.of("08"), NOW);

    @Test
    void fewerThanFiveBillsTellNothing() {
        assertThat(Habits.of(OWN, earlier(4, "other", "44"))).isEqualTo(new Habits(null, null, 4L));
    }

    @Test
    void twoContainersOfOneBillAreOneShipment() {
        var all = new ArrayList<>(earlier(4, "other", "44"));
        all.addAll(earlier(4, "other", "44"));

        assertThat(Habits.of(OWN, all).earlierBills()).isEqualTo(4);
    }

    @Test
    void aReceiverAndGoodsThatTheSenderNeverHadAreSaid() {
        assertThat(Habits.of(OWN, earlier(5, "other", "44"))).isEqualTo(new Habits(true, true, 5L));
    }

    @Test
    void oneEarlierShipmentMakesThemUsual() {
        var all = new ArrayList<>(earlier(5, "other", "44"));
        all.add(new Shipment("fruit-co", "shop", "once", Set.of("08", "20"), NOW.minus(Duration.ofDays(300))));

        assertThat(Habits.of(OWN, all)).isEqualTo(new Habits(false, false, 6L));
    }

    @Test
    void theOwnBillLaterOnesOldOnesAndOthersDoNotCount() {
        var all = List.of(
                OWN,
                new Shipment("fruit-co", "shop", "own", Set.of("08"), NOW.minus(Duration.ofDays(1))),
                new Shipment("fruit-co", "shop", "at the same moment", Set.of("08"), NOW),
                new Shipment("fruit-co", "shop", "later", Set.of("08"), NOW.plus(Duration.ofDays(1))),
                new Shipment("fruit-co", "shop", "old", Set.of("08"), NOW.minus(Duration.ofDays(366))),
                new Shipment("wood-co", "shop", "of another", Set.of("08"), NOW.minus(Duration.ofDays(1))));

        assertThat(Habits.of(OWN, all).earlierBills()).isZero();
    }

    @Test
    void goodsThatAreNotNamedAreNotUnusual() {
        var unnamed = new Shipment("fruit-co", "shop", "own", Set.of(), NOW);

        assertThat(Habits.of(unnamed, earlier(5, "other", "44"))).isEqualTo(new Habits(true, null, 5L));
    }

    private static List<Shipment> earlier(int count, String receiver, String chapter) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Shipment(
                        "fruit-co", receiver, "bill " + number, Set.of(chapter), NOW.minus(Duration.ofDays(number))))
                .toList();
    }
}
