package nl.bovenstrooms.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One event that can't be published stops nobody else's. */
@QuarkusTest
class RelayIT {

    private static final String TOPIC = "relay.test.v1";

    private final UUID before = UUID.randomUUID();
    private final UUID tooLarge = UUID.randomUUID();
    private final UUID after = UUID.randomUUID();

    @Test
    void anEventTooLargeForTheBrokerIsSetAsideAndTheOthersGoOut() throws InterruptedException {
        var noise = new byte[5 << 20];
        new Random(1).nextBytes(noise);
        put(before, new byte[] {1});
        put(tooLarge, noise);
        put(after, new byte[] {2});

        assertThat(Kept.messages(TOPIC, before.toString(), 1)).hasSize(1);
        assertThat(Kept.messages(TOPIC, after.toString(), 1)).hasSize(1);
        for (var look = 0; look < 400 && waiting() > 0; look++) {
            Thread.sleep(50);
        }
        assertThat(waiting()).isZero();

        assertThat(Kept.count("select count(*) from outbox where id = ? and refused like '%bytes%'", tooLarge))
                .isEqualTo(1);
        assertThat(Kept.count("select count(*) from outbox where id in (?, ?)", before, after))
                .isZero();
        assertThat(Kept.messages(TOPIC, before.toString(), 1)).hasSize(1);
        assertThat(Kept.messages(TOPIC, after.toString(), 1)).hasSize(1);
    }

    private long waiting() {
        return Kept.count(
                "select count(*) from outbox where refused is null and id in (?, ?, ?)", before, tooLarge, after);
    }

    private static void put(UUID id, byte[] payload) {
        Kept.count("""
                with added as (insert into outbox (id, aggregatetype, aggregateid, type, payload)
                               values (?, ?, ?, 'test', ?) returning position)
                select position from added
                """, id, TOPIC, id.toString(), payload);
    }
}
