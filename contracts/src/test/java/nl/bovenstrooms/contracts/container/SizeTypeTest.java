package nl.bovenstrooms.contracts.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeTypeTest {

    @ParameterizedTest
    @CsvSource({"22G1,20,false", "42G1,40,false", "45R1,40,true", "22R1,20,true", "L5G1,45,false", "22T1,20,false"})
    void lengthAndReeferAreReadFromTheCode(String code, int feet, boolean reefer) {
        assertThat(SizeType.of(code).lengthInFeet()).hasValue(feet);
        assertThat(SizeType.of(code).isReefer()).isEqualTo(reefer);
    }

    @Test
    void anOddCodeHasNoLength() {
        assertThat(SizeType.of(" ").lengthInFeet()).isEmpty();
        assertThat(SizeType.of("?").isReefer()).isFalse();
    }
}
