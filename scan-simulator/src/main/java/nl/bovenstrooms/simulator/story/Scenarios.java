package nl.bovenstrooms.simulator.story;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Scenarios that come with the simulator, and those of a user. */
public final class Scenarios {

    /** Those that come with the simulator. */
    public static final List<String> SHIPPED = List.of("demo", "santos-export", "training", "evaluation", "stories");

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private Scenarios() {}

    /** @throws ScenarioRefused when there is none of that name */
    public static Scenario shipped(String name) {
        if (!SHIPPED.contains(name)) {
            throw new ScenarioRefused("there is no scenario '%s'. Shipped are %s; a file of your own ends in .yaml"
                    .formatted(name, String.join(", ", SHIPPED)));
        }
        try (var resource = Scenarios.class.getResourceAsStream("/scenarios/" + name + ".yaml")) {
            if (resource == null) {
                throw new ScenarioRefused("the scenario '%s' is missing in this build".formatted(name));
            }
            return read(resource.readAllBytes(), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws ScenarioRefused when it is not there, or has a mistake */
    public static Scenario file(Path file) {
        try {
            return read(Files.readAllBytes(file), file.toString());
        } catch (NoSuchFileException e) {
            throw new ScenarioRefused("there is no file " + file);
        } catch (IOException e) {
            throw new ScenarioRefused("the file %s can't be read: %s".formatted(file, e.getMessage()));
        }
    }

    /**
     * @param name for messages
     * @throws ScenarioRefused naming the line
     */
    static Scenario read(byte[] yaml, String name) {
        try {
            var scenario = YAML.readValue(yaml, Scenario.class);
            if (scenario == null) {
                throw new ScenarioRefused(name + ": the file is empty");
            }
            return scenario;
        } catch (UnrecognizedPropertyException e) {
            var known = e.getKnownPropertyIds() == null ? List.of() : e.getKnownPropertyIds();
            throw refused(
                    name,
                    e.getLocation(),
                    "'%s' is not known here. Allowed: %s".formatted(e.getPropertyName(), sorted(known)));
        } catch (InvalidFormatException e) {
            throw refused(
                    name,
                    e.getLocation(),
                    "'%s' at %s is not allowed. %s".formatted(e.getValue(), path(e), allowed(e)));
        } catch (JsonMappingException e) {
            throw refused(name, e.getLocation(), "at %s: %s".formatted(path(e), reason(e)));
        } catch (JsonProcessingException e) {
            throw refused(name, e.getLocation(), e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String allowed(InvalidFormatException e) {
        var type = e.getTargetType();
        if (type != null && type.isEnum()) {
            return "Allowed: "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        return "A number is needed";
    }

    private static String sorted(Iterable<?> names) {
        var list = new TreeSet<String>();
        names.forEach(name -> list.add(String.valueOf(name)));
        return String.join(", ", list);
    }

    private static String reason(JsonMappingException e) {
        var cause = e.getCause();
        var message = cause instanceof IllegalArgumentException || cause instanceof NullPointerException
                ? cause.getMessage()
                : e.getOriginalMessage();
        return message == null ? "something is missing" : message;
    }

    private static String path(JsonMappingException e) {
        var path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
        return path.isEmpty() ? "the top" : path;
    }

    private static ScenarioRefused refused(String name, @Nullable JsonLocation location, String reason) {
        var line = location == null ? "" : ":" + location.getLineNr();
        return new ScenarioRefused(name + line + ": " + reason);
    }
}
