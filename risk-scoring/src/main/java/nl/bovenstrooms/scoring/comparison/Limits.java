package nl.bovenstrooms.scoring.comparison;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * Where "same" ends, fitted on simulated pairs that serve no other purpose.
 *
 * @param version under which a comparison tells by what it was made
 * @param leastMatch up to this probability, two pictures have nothing to do with each other
 * @param leastEvidence of a change, above what 98 of 100 unchanged pairs show
 */
public record Limits(String version, double leastMatch, Belonging belonging, double leastEvidence, Weights weights) {

    /** In the folder {@code comparison} of the resources. */
    public static final String FILE = "limits.yaml";

    /** @throws IllegalStateException when this build has none */
    public static Limits shipped() {
        try (var resource = Limits.class.getResourceAsStream("/comparison/" + FILE)) {
            if (resource == null) {
                throw new IllegalStateException("comparison/%s is missing in this build".formatted(FILE));
            }
            return read(resource.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("comparison/%s can't be read".formatted(FILE), e);
        }
    }

    static Limits read(byte[] yaml) throws IOException {
        return new ObjectMapper(new YAMLFactory())
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .readValue(yaml, Limits.class);
    }

    /**
     * As {@link #read} reads it; rounded.
     *
     * @param comment how they were made
     */
    public String toYaml(String comment) {
        return String.format(
                Locale.ROOT,
                """
                # %s
                # Simulated pairs only. What they mean: docs/comparison.md.

                version: "%s"
                # Probability that both show one container with one load: up to it they are not compared.
                leastMatch: %.4f
                belonging:
                  # Log-odds where nothing resembles.
                  base: %.2f
                  # Of the likeness of the columns laid on each other, at most 1.
                  columns: %.2f
                  # Of the same with one picture turned round, against.
                  turned: %.2f
                  # Of the likeness of fine detail within the frame, at most 1.
                  detail: %.2f
                  # Of the furthest shift of a column in pixels, against.
                  strayed: %.3f
                # Log-odds above which a change is told.
                leastEvidence: %.2f
                weights:
                  # Log-odds where nothing speaks for a change.
                  base: %.2f
                  # Of the difference, per unit of what is usual at that place.
                  strength: %.2f
                  # Of the rise of the image model's log-odds.
                  suspicion: %.2f
                  # Of the rise of its heat map at that place, 0 to 1.
                  suspicionHere: %.2f
                """,
                comment,
                version,
                leastMatch,
                belonging.base(),
                belonging.columns(),
                belonging.turned(),
                belonging.detail(),
                belonging.strayed(),
                leastEvidence,
                weights.base(),
                weights.strength(),
                weights.suspicion(),
                weights.suspicionHere());
    }
}
