package nl.bovenstrooms.scoring.feedback;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import nl.bovenstrooms.contracts.event.EventType;
import nl.bovenstrooms.contracts.event.InspectionReported;
import nl.bovenstrooms.scoring.scan.Receiving;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Inspections that come back. */
@ApplicationScoped
class InspectionReportedConsumer {

    private final Receiving receiving;
    private final KeepingOutcome keeping;

    @Inject
    InspectionReportedConsumer(Receiving receiving, KeepingOutcome keeping) {
        this.receiving = receiving;
        this.keeping = keeping;
    }

    @Incoming("inspection-reported")
    @Blocking
    void keep(byte[] value) {
        receiving.receive(
                value,
                EventType.INSPECTION_REPORTED,
                InspectionReported.class,
                event -> keeping.keep(Outcome.ofInspection(event)));
    }
}
