package nl.bovenstrooms.scoring.feedback;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import nl.bovenstrooms.contracts.event.CaseDecided;
import nl.bovenstrooms.contracts.event.EventType;
import nl.bovenstrooms.scoring.scan.Receiving;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Decisions that come back. */
@ApplicationScoped
class CaseDecidedConsumer {

    private final Receiving receiving;
    private final KeepingOutcome keeping;

    @Inject
    CaseDecidedConsumer(Receiving receiving, KeepingOutcome keeping) {
        this.receiving = receiving;
        this.keeping = keeping;
    }

    @Incoming("case-decided")
    @Blocking
    void keep(byte[] value) {
        receiving.receive(
                value, EventType.CASE_DECIDED, CaseDecided.class, event -> keeping.keep(Outcome.ofDecision(event)));
    }
}
