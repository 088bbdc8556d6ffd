package nl.bovenstrooms.queue.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import nl.bovenstrooms.contracts.image.RasterCodec;
import nl.bovenstrooms.embedded.DemoUser;
import nl.bovenstrooms.queue.Analyst;
import nl.bovenstrooms.queue.Analyst.Answer;
import nl.bovenstrooms.queue.Kept;
import nl.bovenstrooms.queue.QueueFixture;
import nl.bovenstrooms.queue.Scored;
import org.junit.jupiter.api.Test;

/** Pixels: as they are stored, for the holder, never without a trace. */
@QuarkusTest
class ViewingIT extends QueueFixture {

    private final Analyst anna = Analyst.of(DemoUser.ANNA);
    private final Analyst bram = Analyst.of(DemoUser.BRAM);

    @Test
    void theHolderGetsTheStoredBytesAndEachViewIsNoted() {
        taken(scored());
        var claim = anna.claim();

        var image = anna.openImage(claim);
        anna.openImage(claim);

        assertThat(image.status()).isEqualTo(200);
        assertThat(image.header("Content-Length")).isEqualTo(Integer.toString(Scored.pixels().length));
        assertThat(image.header("Content-Type")).startsWith("application/octet-stream");
        assertThat(image.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(image.response().body()).isEqualTo(Scored.pixels());
        assertThat(RasterCodec.decode(image.response().body(), Scored.WIDTH, Scored.HEIGHT, 8)
                        .at(3, 0))
                .isEqualTo(21);
        assertThat(noted("IMAGE_OPENED", claim)).isEqualTo(2);
        assertThat(anna.get("/api/v1/claims/mine")
                        .json()
                        .at("/claim/case/imageOpened")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void nobodyElseGetsThem() {
        taken(scored());
        var claim = anna.claim();
        var path = "/api/v1/cases/" + claim.caseId() + "/images/image-1/SINGLE";

        assertThat(bram.get(path, Map.of("Lease-Token", claim.token())).problem())
                .isEqualTo("lease-lost");
        assertThat(anna.get(path + "?lease=" + claim.token()).status()).isEqualTo(400);
        assertThat(Analyst.nobody()
                        .get(path, Map.of("Lease-Token", claim.token()))
                        .status())
                .isEqualTo(401);
        assertThat(noted("IMAGE_OPENED", claim)).isZero();
    }

    @Test
    void whatIsNotThereIsNotFoundAndNotNoted() {
        taken(scored());
        var claim = anna.claim();

        assertThat(image(claim, "images/image-2/SINGLE").status()).isEqualTo(404);
        assertThat(image(claim, "images/image-1/HIGH").status()).isEqualTo(404);
        assertThat(image(claim, "images/image-1/INFRARED").status()).isEqualTo(404);
        assertThat(anna.decide(claim, "NO_FINDING", "").problem()).isEqualTo("image-not-opened");
    }

    @Test
    void theMarksAreShownWhenAskedForAfterAFirstLook() {
        taken(scored());
        var claim = anna.claim();
        anna.openImage(claim);
        assertThat(image(claim, "heat-map").problem()).isEqualTo("not-revealed");

        var revealed = anna.with(claim, "reveal", "").json();

        assertThat(revealed.at("/reasons/0/source").asText()).isEqualTo("IMAGE");
        assertThat(revealed.at("/reasons/0/weight").asText()).isEqualTo("STRONG");
        assertThat(revealed.at("/findings/0/place").asText()).isEqualTo("DOORS");
        assertThat(revealed.at("/findings/0/strength").asText()).isEqualTo("STRONG");
        assertThat(revealed.at("/heatMap/width").asInt()).isEqualTo(Scored.WIDTH);
        assertThat(revealed.at("/mode").asText()).isEqualTo("IMAGE_AND_RULES");
        assertThat(image(claim, "heat-map").response().body()).isEqualTo(Scored.pixels());
        assertThat(anna.get("/api/v1/claims/mine")
                        .json()
                        .at("/claim/case/revealed/mode")
                        .asText())
                .isEqualTo("IMAGE_AND_RULES");
        assertThat(noted("MARKS_REVEALED", claim)).isEqualTo(1);
    }

    @Test
    void whatChangedSinceTheOtherScanIsAMarkToo() {
        var earlier = scored().number("MSCU1234567").probabilities(Scored.BELOW);
        var origin = earlier.scanId();
        taken(scored().direction("IMPORT").changedSince(origin));
        // Claimed before the other is there, which may be drawn and come first.
        anna.claim();
        taken(earlier);
        var claim = anna.claim();
        anna.openImage(claim);

        // Its number was read otherwise there, and yet it is the scan at the other end of the voyage.
        assertThat(claim.caseFile().at("/otherScans/0/scanId").asText()).isEqualTo(origin.toString());
        assertThat(claim.caseFile().at("/revealed").isNull()
                        || claim.caseFile().at("/revealed").isMissingNode())
                .isTrue();

        var comparison = anna.with(claim, "reveal", "").json().at("/comparison");

        assertThat(comparison.at("/scanId").asText()).isEqualTo(origin.toString());
        assertThat(comparison.at("/earlier").asBoolean()).isTrue();
        assertThat(comparison.at("/result").asText()).isEqualTo("CHANGED");
        assertThat(comparison.at("/changes/0/kind").asText()).isEqualTo("ADDED");
        assertThat(comparison.at("/changes/0/region/x").asInt()).isEqualTo(4);
        assertThat(comparison.at("/changes/0/otherRegion/x").asInt()).isEqualTo(5);
        assertThat(comparison.at("/changes/0/strength").asText()).isEqualTo("STRONG");
    }

    @Test
    void theOtherScanOfTheSameContainerLiesBesideIt() {
        var origin = taken(scored().probabilities(Scored.ABOVE));
        var annasFirst = anna.claim();
        anna.openImage(annasFirst);
        anna.decide(annasFirst, "NO_FINDING", "");
        var unrelated = taken(scored().number("TGHU7790315"));
        var arrival = taken(scored().direction("IMPORT").probabilities(0.5));

        var claim = anna.claim();

        assertThat(claim.caseFile().at("/scan/scanId").asText()).isEqualTo(arrival.toString());
        var others = claim.caseFile().at("/otherScans");
        assertThat(others).hasSize(1);
        assertThat(others.at("/0/scanId").asText()).isEqualTo(origin.toString());
        assertThat(others.at("/0/place").asText()).isEqualTo("BRSSZ");
        assertThat(others.at("/0/images/0/channels/0/energy").asText()).isEqualTo("SINGLE");
        assertThat(claim.caseFile().at("/decisions"))
                .extracting(decision -> decision.asText())
                .doesNotContain("INSPECT_AT_ORIGIN", "RECOMMEND_DO_NOT_LOAD");

        assertThat(image(claim, "other-scans/" + origin + "/images/image-1/SINGLE")
                        .response()
                        .body())
                .isEqualTo(Scored.pixels());
        assertThat(image(claim, "other-scans/" + unrelated + "/images/image-1/SINGLE")
                        .status())
                .isEqualTo(404);
        assertThat(noted("OTHER_IMAGE_OPENED", claim)).isEqualTo(1);
        assertThat(anna.decide(claim, "NO_FINDING", "").problem())
                .as("another scan is not the one that is decided")
                .isEqualTo("image-not-opened");
    }

    private Answer image(Analyst.Claim claim, String path) {
        return anna.get("/api/v1/cases/" + claim.caseId() + "/" + path, Map.of("Lease-Token", claim.token()));
    }

    private static long noted(String action, Analyst.Claim claim) {
        return Kept.count(
                "select count(*) from audit_entry where action = ? and subject = ?", action, "case/" + claim.caseId());
    }
}
