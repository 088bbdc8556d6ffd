package nl.bovenstrooms.scoring.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.bovenstrooms.contracts.manifest.Equipment;
import org.junit.jupiter.api.Test;

class GatheredPassagesTest {

    private static final UUID SCAN = new UUID(1, 1);

    @Test
    void whatStandsInPlaceOfASealNumberIsNone() {
        assertThat(seals("KD0012345", "N/A", "0000", "none", " kd0012346 ", ""))
                .containsExactly("KD0012345", "KD0012346");
    }

    private static List<String> seals(String... numbers) {
        var usual = Examples.reefer("MSCU1234566");
        var sealed = new Equipment(
                usual.number(),
                usual.numberSource(),
                usual.sizeType(),
                usual.fullEmpty(),
                Stream.of(numbers)
                        .map(number -> new Equipment.Seal(number, "H", "CARRIER"))
                        .toList(),
                usual.tareKg(),
                usual.vgmKg(),
                usual.weighbridgeKg(),
                usual.reefer());
        var scan = Examples.scan(SCAN, Examples.manifest(sealed), Examples.image(SCAN, "image-1"));
        var known =
                new KnownScan(null, new Told(scan, scan.receivedAt(), SCAN), new Sight("model", "digest", Map.of()));
        return GatheredPassages.of(known).get(0).seals();
    }
}
