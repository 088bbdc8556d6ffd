package nl.bovenstrooms.contracts.event;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A CloudEvent, version 1.0, in structured JSON.
 *
 * @param specversion always {@code 1.0}
 * @param id of this event; a repeat has the same
 * @param source the service that says it, for example {@code /scan-ingest}
 * @param type see {@link EventType#type()}
 * @param subject the scan id, which is also the Kafka key
 * @param time when it happened
 * @param datacontenttype always {@code application/json}
 * @param data what happened
 */
public record Event<T>(
        String specversion,
        UUID id,
        String source,
        String type,
        String subject,
        OffsetDateTime time,
        String datacontenttype,
        T data) {

    public static <T> Event<T> of(EventType type, UUID id, String source, String subject, OffsetDateTime time, T data) {
        if (!type.data().isInstance(data)) {
            throw new IllegalArgumentException(type + " carries " + type.data().getSimpleName());
        }
        return new Event<>("1.0", id, source, type.type(), subject, time, "application/json", data);
    }
}
