package nl.bovenstrooms.ingest.outcome;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import nl.bovenstrooms.contracts.event.CaseDecided;
import nl.bovenstrooms.contracts.event.EventCodec;
import nl.bovenstrooms.contracts.event.EventType;
import nl.bovenstrooms.contracts.event.UnreadableEvent;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Decisions of the analyst queue. What can't be read goes to the dead letters; a database that is away is tried again. */
@ApplicationScoped
public class CaseDecidedConsumer {

    private final RecordingOutcome recordingOutcome;

    @Inject
    CaseDecidedConsumer(RecordingOutcome recordingOutcome) {
        this.recordingOutcome = recordingOutcome;
    }

    @Incoming("case-decided")
    @Blocking
    @Retry(
            maxRetries = 60,
            delay = 1,
            delayUnit = ChronoUnit.SECONDS,
            maxDuration = 5,
            durationUnit = ChronoUnit.MINUTES,
            abortOn = UnreadableEvent.class)
    public void consume(byte[] message) {
        recordingOutcome.record(EventCodec.read(message, EventType.CASE_DECIDED, CaseDecided.class));
    }
}
