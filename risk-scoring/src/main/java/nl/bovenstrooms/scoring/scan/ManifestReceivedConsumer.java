package nl.bovenstrooms.scoring.scan;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import nl.bovenstrooms.contracts.event.EventType;
import nl.bovenstrooms.contracts.event.ManifestReceived;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Scores a scan again with the manifest that came later; see {@link ScanReceivedConsumer} for what happens to a message. */
@ApplicationScoped
class ManifestReceivedConsumer {

    private final Receiving receiving;
    private final ScoringScan scoring;

    @Inject
    ManifestReceivedConsumer(Receiving receiving, ScoringScan scoring) {
        this.receiving = receiving;
        this.scoring = scoring;
    }

    @Incoming("manifest-received")
    @Blocking("scoring")
    void scoreAgain(byte[] value) {
        receiving.receive(
                value,
                EventType.MANIFEST_RECEIVED,
                ManifestReceived.class,
                event -> scoring.score(new Told(event.data().scan(), event.time(), event.id())));
    }
}
