package nl.bovenstrooms.contracts.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerNumberTest {

    /** CSQU3054383 is the worked example of ISO 6346 itself. */
    @ParameterizedTest
    @ValueSource(strings = {"CSQU3054383", "csqu 305438-3", "CSQU.305438/3"})
    void aNumberIsReadAsPeopleWriteIt(String text) {
        var number = ContainerNumber.of(text);
        assertThat(number.value()).isEqualTo("CSQU3054383");
        assertThat(number.checkDigit()).isEqualTo(CheckDigit.CORRECT);
    }

    @Test
    void aWrongCheckDigitIsToldAndTheNumberKept() {
        var number = ContainerNumber.of("CSQU3054384");
        assertThat(number.value()).isEqualTo("CSQU3054384");
        assertThat(number.checkDigit()).isEqualTo(CheckDigit.WRONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CSQU30543?3", "CSQU305438", "CSQA3054383", "ABC", "CSQU30543833", "ÇSQU3054383"})
    void whatIsNotElevenCharactersOfTheRightKindIsUnreadable(String text) {
        assertThat(ContainerNumber.of(text).checkDigit()).isEqualTo(CheckDigit.UNREADABLE);
    }

    @Test
    void twentyCharactersAreKeptAndTwentyOneRefused() {
        assertThat(ContainerNumber.of("X".repeat(20)).checkDigit()).isEqualTo(CheckDigit.UNREADABLE);
        assertThatThrownBy(() -> ContainerNumber.of("X".repeat(21))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ContainerNumber.of(" - ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSumOfTenGivesTheCheckDigitZero() {
        var serial = java.util.stream.IntStream.range(0, 1_000_000)
                .mapToObj("MSCU%06d"::formatted)
                .filter(ten -> sumModuloElevenOf(ten) == 10)
                .findFirst()
                .orElseThrow();
        assertThat(ContainerNumber.of(serial + "0").checkDigit()).isEqualTo(CheckDigit.CORRECT);
    }

    @Property
    void exactlyOneOfTheTenLastDigitsIsCorrect(@ForAll("firstTen") String firstTen) {
        var correct = java.util.stream.IntStream.range(0, 10)
                .filter(digit -> ContainerNumber.of(firstTen + digit).checkDigit() == CheckDigit.CORRECT)
                .count();
        assertThat(correct).isEqualTo(1);
    }

    @Property
    void aSingleMisreadDigitOfTheSerialNumberIsNoticedUnlessTheSumIsTen(
            @ForAll("firstTen") String firstTen, @ForAll("place") int place, @ForAll("digit") int digit) {
        var other = firstTen.substring(0, place) + digit + firstTen.substring(place + 1);
        var bothHaveACheckDigitOfTheirOwn = sumModuloElevenOf(firstTen) % 10 != 0 && sumModuloElevenOf(other) % 10 != 0;
        if (!other.equals(firstTen) && bothHaveACheckDigitOfTheirOwn) {
            assertThat(ContainerNumber.checkDigitOf(other)).isNotEqualTo(ContainerNumber.checkDigitOf(firstTen));
        }
    }

    @Provide
    Arbitrary<String> firstTen() {
        return Combinators.combine(
                        Arbitraries.strings().withCharRange('A', 'Z').ofLength(3),
                        Arbitraries.of("U", "J", "Z"),
                        Arbitraries.strings().withCharRange('0', '9').ofLength(6))
                .as((owner, category, serial) -> owner + category + serial);
    }

    @Provide
    Arbitrary<Integer> place() {
        return Arbitraries.integers().between(4, 9);
    }

    @Provide
    Arbitrary<Integer> digit() {
        return Arbitraries.integers().between(0, 9);
    }

    /** The letter values of ISO 6346 written out, as an independent second opinion. */
    private static int sumModuloElevenOf(String firstTen) {
        int[] letters = {
            10, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 34, 35, 36, 37, 38
        };
        var sum = 0;
        for (var place = 0; place < 10; place++) {
            var character = firstTen.charAt(place);
            sum += (Character.isDigit(character) ? character - '0' : letters[character - 'A']) * (1 << place);
        }
        return sum % 11;
    }
}
