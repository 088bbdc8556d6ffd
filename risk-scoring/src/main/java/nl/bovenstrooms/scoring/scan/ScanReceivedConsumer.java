package nl.bovenstrooms.scoring.scan;

import io.smallrye.reactive.messaging.GenericPayload;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import nl.bovenstrooms.contracts.event.EventType;
import nl.bovenstrooms.contracts.event.ScanReceived;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Outgoing;

/**
 * Takes scans one by one, as many at a time as there are workers, each with its own partitions. A message is done when the
 * broker has acknowledged its score; a failure sends it to the dead letters, with the reason in the headers, and the next one
 * is taken.
 */
@ApplicationScoped
class ScanReceivedConsumer {

    private final Answering answering;
    private final ScoringScan scoring;

    @Inject
    ScanReceivedConsumer(Answering answering, ScoringScan scoring) {
        this.answering = answering;
        this.scoring = scoring;
    }

    @Incoming("scan-received")
    @Outgoing("scan-scored")
    @Blocking("scoring")
    GenericPayload<byte[]> score(byte[] value) {
        return answering.to(
                value, EventType.SCAN_RECEIVED, ScanReceived.class, event -> scoring.score(event.data(), event.time()));
    }
}
