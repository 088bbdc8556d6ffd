package nl.bovenstrooms.scoring.scan;

import io.smallrye.reactive.messaging.GenericPayload;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import nl.bovenstrooms.contracts.event.EventType;
import nl.bovenstrooms.contracts.event.ManifestReceived;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Outgoing;

/** Scores a scan again with the manifest that came later; see {@link ScanReceivedConsumer} for what happens to a message. */
@ApplicationScoped
class ManifestReceivedConsumer {

    private final Answering answering;
    private final ScoringScan scoring;

    @Inject
    ManifestReceivedConsumer(Answering answering, ScoringScan scoring) {
        this.answering = answering;
        this.scoring = scoring;
    }

    @Incoming("manifest-received")
    @Outgoing("scan-scored")
    @Blocking("scoring")
    GenericPayload<byte[]> scoreAgain(byte[] value) {
        return answering.to(
                value,
                EventType.MANIFEST_RECEIVED,
                ManifestReceived.class,
                event -> scoring.score(event.data().scan(), event.time()));
    }
}
