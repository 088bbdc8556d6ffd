package nl.bovenstrooms.scoring.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.bovenstrooms.contracts.event.CaseRead;
import nl.bovenstrooms.contracts.event.Event;
import nl.bovenstrooms.contracts.event.EventCodec;
import nl.bovenstrooms.contracts.event.EventType;
import nl.bovenstrooms.contracts.event.InspectionReported;
import nl.bovenstrooms.contracts.event.ManifestReceived;
import nl.bovenstrooms.contracts.event.ScanReceived;
import nl.bovenstrooms.contracts.event.UnreadableEvent;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads a message and has it scored; whatever goes wrong is counted and told as a dead letter. */
@ApplicationScoped
public class Receiving {

    private static final Logger LOG = Logger.getLogger(Receiving.class);

    private final ScoringMetrics metrics;

    @Inject
    Receiving(ScoringMetrics metrics) {
        this.metrics = metrics;
    }

    /** @throws RuntimeException when the message is to become a dead letter */
    public <T> void receive(byte[] value, EventType type, Class<T> data, Consumer<Event<T>> scoring) {
        try {
            var event = EventCodec.read(value, type, data);
            requireWhole(event.data());
            scoring.accept(event);
        } catch (RuntimeException e) {
            // The stack trace follows in the log of the framework.
            LOG.errorf("A message of %s is a dead letter: %s", type.topic(), e.getMessage());
            metrics.deadLetter(type.topic());
            throw e;
        }
    }

    private static void requireWhole(Object data) {
        if (data instanceof ManifestReceived manifest) {
            requireWhole(manifest.scan());
        } else if (data instanceof ScanReceived scan) {
            requireWhole(scan);
        } else if (data instanceof CaseRead read) {
            requireWhole(read.caseId(), read.scanId(), read.judgement(), read.readAt());
        } else if (data instanceof InspectionReported reported) {
            requireWhole(reported.caseId(), reported.scanId(), reported.outcome(), reported.inspectedAt());
        }
    }

    private static void requireWhole(Object... ofOutcome) {
        if (Stream.of(ofOutcome).anyMatch(Receiving::isAbsent)) {
            throw new UnreadableEvent("the outcome lacks case, scan, what was said or when");
        }
    }

    private static void requireWhole(@Nullable ScanReceived scan) {
        if (scan == null
                || isAbsent(scan.scanId())
                || isAbsent(scan.tenant())
                || isAbsent(scan.receivedAt())
                || isAbsent(scan.manifest())) {
            throw new UnreadableEvent("the scan lacks scanId, tenant, receivedAt or manifest");
        }
        for (var image : scan.images()) {
            if (isAbsent(image.imageId()) || isAbsent(image.raster())) {
                throw new UnreadableEvent("an image of the scan lacks imageId or raster");
            }
        }
    }

    /** JSON can leave out what the record says is there. */
    private static boolean isAbsent(@Nullable Object value) {
        return value == null;
    }
}
