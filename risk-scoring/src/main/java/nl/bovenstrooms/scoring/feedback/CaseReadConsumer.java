package nl.bovenstrooms.scoring.feedback;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import nl.bovenstrooms.contracts.event.CaseRead;
import nl.bovenstrooms.contracts.event.EventType;
import nl.bovenstrooms.scoring.scan.Receiving;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Readings that come back. What sources are told can't be counted: it does not tell read containers from unread ones. */
@ApplicationScoped
class CaseReadConsumer {

    private final Receiving receiving;
    private final KeepingOutcome keeping;

    @Inject
    CaseReadConsumer(Receiving receiving, KeepingOutcome keeping) {
        this.receiving = receiving;
        this.keeping = keeping;
    }

    @Incoming("case-read")
    @Blocking
    void keep(byte[] value) {
        receiving.receive(value, EventType.CASE_READ, CaseRead.class, event -> keeping.keep(Outcome.ofReading(event)));
    }
}
