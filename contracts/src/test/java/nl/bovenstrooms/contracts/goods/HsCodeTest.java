package nl.bovenstrooms.contracts.goods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HsCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"080390", "08039000", "0803.90", "0803 90 00 10"})
    void theFirstSixDigitsCount(String text) {
        var code = HsCode.of(text);
        assertThat(code.value()).isEqualTo("080390");
        assertThat(code.heading()).isEqualTo("0803");
        assertThat(code.chapter()).isEqualTo("08");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0803", "08039", "banana", "0803900000000"})
    void fewerThanSixDigitsOrLettersAreRefused(String text) {
        assertThatThrownBy(() -> HsCode.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theRecordItselfTakesSixDigitsOnly() {
        assertThatThrownBy(() -> new HsCode("08039000")).isInstanceOf(IllegalArgumentException.class);
    }
}
