package nl.bovenstrooms.scoring.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final Limits LIMITS =
            new Limits("3", 0.2375, new Belonging(-5.25, 20, 15.5, 10, 0.425), 1.25, new Weights(-6.5, 1.2, 0.9, 3.1));

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
    void theShippedOnesCompareWhatLiesOnEachOtherAndNoStrangers() {
        var shipped = Limits.shipped();

        assertThat(shipped.belonging().probability(new Resemblance(0.5, 0.1, 0.6, 3)))
                .isGreaterThan(shipped.leastMatch());
        assertThat(shipped.belonging().probability(new Resemblance(0.15, 0.14, 0.1, 20)))
                .isLessThan(shipped.leastMatch());
    }

    @Test
    void whatResemblesMoreIsLikelierToBelongTogether() {
        var usual = probability(0.3, 0.1, 0.4, 4);

        assertThat(probability(0.4, 0.1, 0.4, 4)).isGreaterThan(usual);
        assertThat(probability(0.3, 0.2, 0.4, 4)).isLessThan(usual);
        assertThat(probability(0.3, 0.1, 0.5, 4)).isGreaterThan(usual);
        assertThat(probability(0.3, 0.1, 0.4, 9)).isLessThan(usual);
        assertThatIllegalArgumentException().isThrownBy(() -> new Belonging(0, 1, -0.1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Belonging(Double.NaN, 1, 1, 1, 1));
    }

    private static double probability(double columns, double turned, double detail, double strayed) {
        return LIMITS.belonging().probability(new Resemblance(columns, turned, detail, strayed));
    }

    @Test
    void noProbabilityIsCertain() {
        assertThat(LIMITS.weights().probability(new Signs(100, 10, 1))).isEqualTo(0.99);
        assertThat(LIMITS.weights().probability(new Signs(0, 0, 0))).isEqualTo(0.01);
        assertThat(LIMITS.weights().probability(new Signs(6.5 / 1.2, 0, 0))).isBetween(0.499, 0.501);
    }
}
