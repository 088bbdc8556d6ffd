package nl.bovenstrooms.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The files under {@code published/} stand for messages that are on their way: they are added to and never changed. */
class PublishedEventsTest {

    private static final String PREFIX = "urn:bovenstrooms:schema:";
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            factory -> factory.schemaLoaders(loaders -> loaders.add(location -> {
                var name = location.toString();
                return name.startsWith(PREFIX)
                        ? () -> PublishedEventsTest.class.getResourceAsStream(
                                "/nl/bovenstrooms/contracts/schema/" + name.substring(PREFIX.length()) + ".schema.json")
                        : null;
            })));

    @ParameterizedTest
    @MethodSource("published")
    void everyPublishedEventKeepsToItsSchema(Published published) {
        assertThat(published.schema().validate(published.tree())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("published")
    void everyPublishedEventIsReadAndWrittenAgainWithoutLoss(Published published) throws IOException {
        var event = EventCodec.read(
                published.bytes(), published.type(), published.type().data());
        assertThat(EventCodec.mapper().readTree(EventCodec.write(event))).isEqualTo(published.tree());
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyTypeHasAPublishedExample(EventType type) {
        assertThat(published().filter(published -> published.type() == type)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("published")
    void anUnknownFieldIsPassedOver(Published published) {
        var withMore =
                new String(published.bytes(), StandardCharsets.UTF_8).replaceFirst("\\{", "{\"later\": {\"a\": 1},");
        assertThat(EventCodec.read(
                        withMore.getBytes(StandardCharsets.UTF_8),
                        published.type(),
                        published.type().data()))
                .isNotNull();
    }

    @ParameterizedTest
    @MethodSource("published")
    void aSchemaRefusesAnEventWithoutItsData(Published published) {
        var tree = (com.fasterxml.jackson.databind.node.ObjectNode)
                published.tree().deepCopy();
        tree.remove("data");
        assertThat(published.schema().validate(tree)).isNotEmpty();
    }

    @Test
    void whatIsNotAnEventIsPoisonWithAReason() {
        for (var poison :
                Arrays.asList("", "null", "[]", "{}", "{\"data\":", "\u0000\u0001", "{\"type\":\"another\"}")) {
            assertThatThrownBy(() -> EventCodec.read(
                            poison.getBytes(StandardCharsets.UTF_8), EventType.CASE_DECIDED, CaseDecided.class))
                    .as(poison)
                    .isInstanceOf(UnreadableEvent.class)
                    .hasMessageMatching("(?s).+");
        }
    }

    @Test
    void nestingWithoutEndIsPoison() {
        var deep = "{\"data\":" + "[".repeat(100_000);
        assertThatThrownBy(() -> EventCodec.read(
                        deep.getBytes(StandardCharsets.UTF_8), EventType.CASE_DECIDED, CaseDecided.class))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void anEventOnTheTopicOfAnotherTypeIsPoison() {
        var scanReceived = published()
                .filter(published -> published.type() == EventType.SCAN_RECEIVED)
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> EventCodec.read(scanReceived.bytes(), EventType.CASE_DECIDED, CaseDecided.class))
                .isInstanceOf(UnreadableEvent.class);
    }

    static Stream<Published> published() {
        return Arrays.stream(EventType.values()).flatMap(type -> {
            try (var files = Files.list(Path.of("src/test/resources/published", type.topic()))) {
                return files.sorted().map(file -> new Published(type, file)).toList().stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    record Published(EventType type, Path file) {
        byte[] bytes() {
            try {
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        JsonNode tree() {
            try {
                return EventCodec.mapper().readTree(bytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        JsonSchema schema() {
            return SCHEMAS.getSchema(SchemaLocation.of(PREFIX + type.topic()));
        }
    }
}
