package nl.bovenstrooms.scoring.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final Limits LIMITS = new Limits("3", 0.75, 1.25, new Weights(-6.5, 1.2, 0.9, 3.1));

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        assertThat(Limits.read(LIMITS.toYaml("Made by hand").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(LIMITS);
    }

    @Test
    void nothingMayBeMissing() {
        var yaml = LIMITS.toYaml("Made by hand").replaceAll("(?m)^leastEvidence.*$", "");

        assertThatExceptionOfType(JsonMappingException.class)
                .isThrownBy(() -> Limits.read(yaml.getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("leastEvidence");
    }

    @Test
    void theShippedOnesTellOfAChangeThatIsPlainInThePicturesAlone() {
        var shipped = Limits.shipped();

        assertThat(shipped.weights().evidence(new Signs(0, 0, 0))).isLessThan(shipped.leastEvidence());
        assertThat(shipped.weights().evidence(new Signs(12, 0, 0))).isGreaterThan(shipped.leastEvidence());
    }

    @Test
    void whatSpeaksForAChangeNeverLowersIt() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Weights(-4, 1, -0.1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Weights(-4, 0, 1, 1));
    }

    @Test
    void noProbabilityIsCertain() {
        assertThat(LIMITS.weights().probability(new Signs(100, 10, 1))).isEqualTo(0.99);
        assertThat(LIMITS.weights().probability(new Signs(0, 0, 0))).isEqualTo(0.01);
        assertThat(LIMITS.weights().probability(new Signs(6.5 / 1.2, 0, 0))).isBetween(0.499, 0.501);
    }
}
