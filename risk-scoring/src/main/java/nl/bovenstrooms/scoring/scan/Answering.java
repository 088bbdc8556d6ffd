package nl.bovenstrooms.scoring.scan;

import io.smallrye.reactive.messaging.GenericPayload;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import nl.bovenstrooms.contracts.event.Event;
import nl.bovenstrooms.contracts.event.EventCodec;
import nl.bovenstrooms.contracts.event.EventType;
import nl.bovenstrooms.contracts.event.ManifestReceived;
import nl.bovenstrooms.contracts.event.ScanReceived;
import nl.bovenstrooms.contracts.event.ScanScored;
import nl.bovenstrooms.contracts.event.UnreadableEvent;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads a message, has it scored, and gives back the message to send; whatever goes wrong is counted and told as a dead letter. */
@ApplicationScoped
class Answering {

    private static final Logger LOG = Logger.getLogger(Answering.class);

    private final ScoringMetrics metrics;

    @Inject
    Answering(ScoringMetrics metrics) {
        this.metrics = metrics;
    }

    <T> GenericPayload<byte[]> to(
            byte[] value, EventType type, Class<T> data, Function<Event<T>, Event<ScanScored>> scoring) {
        try {
            var event = EventCodec.read(value, type, data);
            requireWhole(event.data());
            var scored = scoring.apply(event);
            return GenericPayload.of(EventCodec.write(scored), Metadata.of(recordOf(scored)));
        } catch (RuntimeException e) {
            // The stack trace follows in the log of the framework.
            LOG.errorf("A message of %s is a dead letter: %s", type.topic(), e.getMessage());
            metrics.deadLetter(type.topic());
            throw e;
        }
    }

    private static OutgoingKafkaRecordMetadata<String> recordOf(Event<ScanScored> scored) {
        return OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(scored.subject())
                .withHeaders(new RecordHeaders()
                        .add("content-type", EventCodec.CONTENT_TYPE.getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    private static void requireWhole(Object data) {
        if (data instanceof ManifestReceived manifest) {
            requireWhole(manifest.scan());
        } else if (data instanceof ScanReceived scan) {
            requireWhole(scan);
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
