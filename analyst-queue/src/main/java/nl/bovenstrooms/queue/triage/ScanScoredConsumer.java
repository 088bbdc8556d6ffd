package nl.bovenstrooms.queue.triage;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import nl.bovenstrooms.contracts.event.EventCodec;
import nl.bovenstrooms.contracts.event.EventType;
import nl.bovenstrooms.contracts.event.ScanScored;
import nl.bovenstrooms.contracts.event.UnreadableEvent;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Scores. What can't be read goes to the dead letters; a database that is away is tried again. */
@ApplicationScoped
public class ScanScoredConsumer {

    private final TakingScoreIn takingScoreIn;

    @Inject
    ScanScoredConsumer(TakingScoreIn takingScoreIn) {
        this.takingScoreIn = takingScoreIn;
    }

    @Incoming("scan-scored")
    @Blocking
    @Retry(
            maxRetries = 60,
            delay = 1,
            delayUnit = ChronoUnit.SECONDS,
            maxDuration = 5,
            durationUnit = ChronoUnit.MINUTES,
            abortOn = UnreadableEvent.class)
    public void consume(byte[] message) {
        takingScoreIn.take(EventCodec.read(message, EventType.SCAN_SCORED, ScanScored.class));
    }
}
