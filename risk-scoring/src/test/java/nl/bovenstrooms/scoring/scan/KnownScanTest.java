package nl.bovenstrooms.scoring.scan;

import static nl.bovenstrooms.scoring.scan.Examples.NUMBER;
import static nl.bovenstrooms.scoring.scan.Examples.RECEIVED_AT;
import static nl.bovenstrooms.scoring.scan.Examples.manifest;
import static nl.bovenstrooms.scoring.scan.Examples.reefer;
import static nl.bovenstrooms.scoring.scan.Examples.scan;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.scan.Look.Failed;
import nl.bovenstrooms.scoring.scan.Look.Spot;
import org.junit.jupiter.api.Test;

class KnownScanTest {

    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-0000000000cc");
    private static final Sight NOTHING = new Sight("m", "d", Map.of());
    private static final Sight MODEL_FAILED = new Sight(
            "m", "d", Map.of("image-1", List.of(new Spot("image-1", new Region(0, 0, 9, 9), new Failed("busy")))));

    /** Several messages may have the same time. */
    @Property
    void theSameMessagesInAnyOrderAndHoweverOftenGiveTheSame(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 3) Integer> minutes, @ForAll long seed) {
        var messages = new ArrayList<Told>();
        for (var number = 0; number < minutes.size(); number++) {
            messages.add(told(minutes.get(number), number));
        }
        var inOrder = known(messages);
        var repeated = new ArrayList<>(messages);
        repeated.addAll(messages);
        Collections.shuffle(repeated, new Random(seed));

        assertThat(known(repeated)).isEqualTo(inOrder);
        assertThat(inOrder.first()).isEqualTo(Collections.min(messages));
        assertThat(inOrder.latest()).isEqualTo(Collections.max(messages));
    }

    @Test
    void aRepeatWithWhichTheModelWorksCompletesWhatWasSeen() {
        var known = new KnownScan(null, told(0, 0), MODEL_FAILED);

        assertThat(known.with(told(0, 0), NOTHING).sight()).isEqualTo(NOTHING);
        assertThat(known.with(told(0, 0), NOTHING)
                        .with(told(0, 0), MODEL_FAILED)
                        .sight())
                .isEqualTo(NOTHING);
    }

    private static KnownScan known(List<Told> messages) {
        var known = new KnownScan(null, messages.get(0), NOTHING);
        for (var message : messages) {
            known = known.with(message, NOTHING);
        }
        return known;
    }

    private static Told told(int minutes, int number) {
        return new Told(scan(ID, manifest(reefer(NUMBER))), RECEIVED_AT.plusMinutes(minutes), new UUID(0, number));
    }
}
