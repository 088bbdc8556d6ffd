package nl.bovenstrooms.ingest.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** A manifest of some kilobytes must not become an event of megabytes, or a thousand looks of the image model. */
class ManifestReadingTest {

    @Test
    void asMuchAsIsAllowedIsRead() {
        var manifest = ManifestReading.read(manifest(many("{}", 50), many("{}", 16), many("{}", 20), many("{}", 500)));

        assertThat(manifest.scan().images().get(0).operatorMarks()).hasSize(50);
        assertThat(manifest.scan().images().get(0).containers()).hasSize(16);
        assertThat(manifest.equipment().get(0).seals()).hasSize(20);
        assertThat(manifest.consignments()).hasSize(500);
    }

    @Test
    void moreMarksContainersSealsOrBillsAreRefused() {
        assertRefused(manifest(many("{}", 51), "", "", ""), "/scan/images/0/operatorMarks", "at most 50, not 51");
        assertRefused(manifest("", many("{}", 17), "", ""), "/scan/images/0/containers", "a scan, not 17");
        assertRefused(manifest("", "", many("{}", 21), ""), "/equipment/0/seals", "at most 20, not 21");
        assertRefused(manifest("", "", "", many("{}", 501)), "/consignments", "at most 500 in a list, not 501");
    }

    @Test
    void manyListsOfManyAreRefused() {
        // The bill itself, its list, and 497 items: 40 times 499 values, and 17 around them, with the last bill and its
        // list 19.
        var forty = many("{\"items\":[%s]}".formatted(many("{}", 497)), 40);
        var rest = ",{\"items\":[%s]}";

        assertThat(ManifestReading.read(manifest("", "", "", forty + rest.formatted(many("{}", 21))))
                        .consignments())
                .hasSize(41);
        assertRefused(manifest("", "", "", forty + rest.formatted(many("{}", 22))), "", "at most 20000 values");
    }

    /** PostgreSQL can't keep it as text: the scan would get its receipt, and nobody would ever see it. */
    @Test
    void theCharacterZeroIsRefusedWhereverItStands() {
        assertRefused(
                manifest("{\"text\":\"a\\u0000b\"}", "", "", ""), "/scan/images/0/operatorMarks/0/text", "U+0000");
        assertRefused(
                manifest("", "", "", "{\"unknown\":{\"of\":[\"\\u0000\"]}}"), "/consignments/0/unknown/of/0", "U+0000");
        assertRefused(manifest("", "", "", "{\"un\\u0000known\":1}"), "/consignments/0", "U+0000");
    }

    @Test
    void halfOfASurrogatePairIsRefusedAndAWholeOneIsATextLikeAnyOther() {
        assertRefused(
                manifest("", "", "", "{\"documentNumber\":\"\\ud83d\"}"), "/consignments/0/documentNumber", "half");
        assertRefused(
                manifest("", "", "", "{\"documentNumber\":\"\\udea2\\ud83d\"}"),
                "/consignments/0/documentNumber",
                "half");
        assertThat(ManifestReading.read(manifest("", "", "", "{\"documentNumber\":\"\\ud83d\\udea2\"}"))
                        .consignments())
                .hasSize(1);
    }

    /** Each can be a look of the image model. */
    @Test
    void theContainersOfAScanAreCountedOverAllItsImages() {
        var images = "{}]},{\"part\":\"image-2\",\"role\":\"SECOND_VIEW\",\"mediaType\":\"image/jpeg\",\"sha256\":\""
                + "0".repeat(64) + "\",\"containers\":[%s";

        assertThat(ManifestReading.read(manifest("", images.formatted(many("{}", 15)), "", ""))
                        .scan()
                        .images())
                .hasSize(2);
        assertRefused(
                manifest("", images.formatted(many("{}", 16)), "", ""),
                "/scan/images/1/containers",
                "at most 16 in all images of a scan, not 17");
    }

    @Test
    void aVoyageOfMoreThanTwentyPortsOfTransitIsRefused() {
        var rest = "{}],\"transport\":{\"portsOfTransit\":[%s]},\"handling\":[{}";

        assertThat(ManifestReading.read(manifest("", "", "", rest.formatted(many("\"NLRTM\"", 20))))
                        .transport()
                        .portsOfTransit())
                .hasSize(20);
        assertRefused(
                manifest("", "", "", rest.formatted(many("\"NLRTM\"", 21))),
                "/transport/portsOfTransit",
                "at most 20, not 21");
    }

    @Test
    void aTextAsLongAsABookIsRefused() {
        var bill = "{\"documentNumber\":\"%s\"}";

        assertThat(ManifestReading.read(manifest("", "", "", bill.formatted("x".repeat(10_000))))
                        .consignments())
                .hasSize(1);
        assertRefused(
                manifest("", "", "", bill.formatted("x".repeat(10_001))), "/consignments/0/documentNumber", "10000");
    }

    private static void assertRefused(byte[] manifest, String pointer, String reason) {
        assertThatThrownBy(() -> ManifestReading.read(manifest))
                .isInstanceOfSatisfying(UploadRefused.class, refused -> assertThat(refused.field())
                        .isEqualTo(pointer))
                .hasMessageContaining(reason);
    }

    private static String many(String one, int count) {
        return String.join(",", Collections.nCopies(count, one));
    }

    private static byte[] manifest(String marks, String containers, String seals, String bills) {
        return """
                {"sender":{"authority":"BR-RFB"},
                 "scan":{"occurredAt":"2026-11-24T02:41:00-03:00",
                         "images":[{"part":"image-1","role":"PRIMARY","mediaType":"image/jpeg","sha256":"%s",
                                    "operatorMarks":[%s],"containers":[%s]}]},
                 "equipment":[{"seals":[%s]}],
                 "consignments":[%s]}
                """.formatted("0".repeat(64), marks, containers, seals, bills).getBytes(StandardCharsets.UTF_8);
    }
}
