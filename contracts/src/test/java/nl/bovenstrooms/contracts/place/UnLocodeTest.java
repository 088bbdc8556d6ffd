package nl.bovenstrooms.contracts.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnLocodeTest {

    @Test
    void thePortsOfThePilotAreKnown() {
        assertThat(UnLocode.of("br ssz").isKnown()).isTrue();
        assertThat(UnLocode.of("ECGYE").country()).isEqualTo("EC");
        assertThat(UnLocodes.names()).containsEntry("NLRTM", "Rotterdam");
    }

    @Test
    void aPlaceOfTheRightShapeCanBeUnknown() {
        assertThat(UnLocode.of("NLXXX").isKnown()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NL", "NLRTM1", "N1RTM", "NLR0M"})
    void anotherShapeIsRefused(String text) {
        assertThatThrownBy(() -> UnLocode.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyCodeOfTheListHasTheRightShape() {
        assertThat(UnLocodes.names().keySet())
                .allSatisfy(code -> assertThat(UnLocode.of(code).value()).isEqualTo(code));
    }

    @Test
    void distancesAreThoseOfTheGlobe() {
        assertThat(UnLocodes.kilometresBetween("BRSSZ", "NLRTM").orElseThrow()).isCloseTo(9_840, within(100.0));
        assertThat(UnLocodes.kilometresBetween("NLRTM", "BEANR").orElseThrow()).isCloseTo(67, within(20.0));
        assertThat(UnLocodes.kilometresBetween("NLRTM", "NLRTM").orElseThrow()).isZero();
        assertThat(UnLocodes.kilometresBetween("NLRTM", "NLXXX")).isEmpty();
    }
}
