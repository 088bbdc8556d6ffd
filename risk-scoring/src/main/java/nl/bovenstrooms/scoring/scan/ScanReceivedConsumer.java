package nl.bovenstrooms.scoring.scan;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import nl.bovenstrooms.contracts.event.EventType;
import nl.bovenstrooms.contracts.event.ScanReceived;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Takes scans one by one, as many at a time as there are workers, each with its own partitions. A message is done when its scan and
 * score are kept; a failure sends it to the dead letters, with the reason in the headers, and the next one is taken.
 */
@ApplicationScoped
class ScanReceivedConsumer {

    private final Receiving receiving;
    private final ScoringScan scoring;

    @Inject
    ScanReceivedConsumer(Receiving receiving, ScoringScan scoring) {
        this.receiving = receiving;
        this.scoring = scoring;
    }

    @Incoming("scan-received")
    @Blocking("scoring")
    void score(byte[] value) {
        receiving.receive(
                value,
                EventType.SCAN_RECEIVED,
                ScanReceived.class,
                event -> scoring.score(new Told(event.data(), event.time(), event.id())));
    }
}
