package nl.bovenstrooms.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DeterministicIdTest {

    @Property
    void theSamePartsGiveTheSameIdOfVersionFive(@ForAll String first, @ForAll String second) {
        var id = DeterministicId.of(first, second);
        assertThat(id).isEqualTo(DeterministicId.of(first, second));
        assertThat(id.version()).isEqualTo(5);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void partsDoNotRunIntoEachOther() {
        assertThat(DeterministicId.of("a", "bc")).isNotEqualTo(DeterministicId.of("ab", "c"));
        assertThat(DeterministicId.of("a")).isNotEqualTo(DeterministicId.of("a", ""));
    }
}
