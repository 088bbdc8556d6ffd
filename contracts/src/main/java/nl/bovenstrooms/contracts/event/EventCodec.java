package nl.bovenstrooms.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Objects;

/**
 * Writes and reads events, the same way everywhere: times keep their offset, absent fields are left out, unknown fields are
 * passed over so that an optional field can be added.
 */
public final class EventCodec {

    /** Content type of a message value. */
    public static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";

    private static final int DEEPEST = 60;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private EventCodec() {}

    /** The mapper behind it, for manifests and stored copies of event data. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    public static byte[] write(Event<?> event) {
        try {
            return MAPPER.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this event can't be written: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * @param value a message value
     * @param type what it has to be
     * @param data the record that this type carries
     * @throws UnreadableEvent when it is not JSON, of another type, or its data lacks what it must have
     */
    public static <T> Event<T> read(byte[] value, EventType type, Class<T> data) {
        if (!type.data().equals(data)) {
            throw new IllegalArgumentException(type + " carries " + type.data().getSimpleName());
        }
        try {
            var javaType = MAPPER.getTypeFactory().constructParametricType(Event.class, data);
            Event<T> event = MAPPER.readValue(value, javaType);
            return requireWhole(event, type);
        } catch (UnreadableEvent e) {
            throw e;
        } catch (JsonProcessingException e) {
            throw new UnreadableEvent("not readable as " + type.type() + ": " + e.getOriginalMessage(), e);
        } catch (java.io.IOException | RuntimeException e) {
            throw new UnreadableEvent("not readable as " + type.type() + ": " + e.getMessage(), e);
        }
    }

    private static <T> Event<T> requireWhole(Event<T> event, EventType type) {
        if (event == null) {
            throw new UnreadableEvent("the message is the JSON value null");
        }
        if (!type.type().equals(event.type())) {
            throw new UnreadableEvent("an event of type " + event.type() + " on a topic of " + type.type());
        }
        if (Objects.isNull(event.id()) || Objects.isNull(event.data()) || Objects.isNull(event.time())) {
            throw new UnreadableEvent("an event without id, time or data");
        }
        return event;
    }
}
