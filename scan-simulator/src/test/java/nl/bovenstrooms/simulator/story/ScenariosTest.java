package nl.bovenstrooms.simulator.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class ScenariosTest {

    @ParameterizedTest
    @FieldSource("nl.bovenstrooms.simulator.story.Scenarios#SHIPPED")
    void shippedScenariosCanBeRead(String name) {
        assertThat(Scenarios.shipped(name).sources()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "THREAT: 0.2      | THREET: 0.2      | THREET                 | Allowed",
                "THREAT: 0.2      | THREAT: 1.2      | the rate of THREAT     | 0 to 1",
                "THREAT: 0.2      | THREAT: much     | 'much'                 | number",
                "wire: BASE_CASE  | wire: TELEX      | 'TELEX'                | BASE_CASE, PNG_16, TIFF_16",
                "port: BRSSZ      | port: BRXXX      | 'BRXXX'                | known ports",
                "terminal: BTP    | terminall: BTP   | sources[0]             | is missing",
                "sources:         | source:          | 'source'               | sources",
                "share: 6         | share: -6        | a share is 0 or more   | -6",
            })
    void aMistakeIsNamedWithItsLineAndWhatIsAllowed(String right, String wrong, String named, String allowed)
            throws Exception {
        var demo = new String(
                Objects.requireNonNull(getClass().getResourceAsStream("/scenarios/demo.yaml"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        assertThat(demo).contains(right);

        assertThatThrownBy(
                        () -> Scenarios.read(demo.replace(right, wrong).getBytes(StandardCharsets.UTF_8), "mine.yaml"))
                .isInstanceOf(ScenarioRefused.class)
                .hasMessageMatching("(?s)mine\\.yaml:\\d+: .*")
                .hasMessageContaining(named)
                .hasMessageContaining(allowed);
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> Scenarios.read("title: Nothing\n".getBytes(StandardCharsets.UTF_8), "mine.yaml"))
                .hasMessageContaining("'sources' is missing");
        assertThatThrownBy(() -> Scenarios.shipped("demonstration")).hasMessageContaining("demo, santos-export");
        assertThatThrownBy(() -> Scenarios.file(Path.of("no-such-file.yaml")))
                .hasMessageContaining("no-such-file.yaml");
    }
}
