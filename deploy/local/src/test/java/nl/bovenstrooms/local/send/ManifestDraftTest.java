package nl.bovenstrooms.local.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import nl.bovenstrooms.embedded.CannotStart;
import nl.bovenstrooms.local.customs.Digest;
import nl.bovenstrooms.local.customs.Upload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestDraftTest {
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-24T02:41:00.123-03:00");
    private static final UUID MESSAGE = UUID.fromString("7c1b8b54-5f6a-4c38-9a57-3f3c0a6d2e11");
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 1};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 2};

    @TempDir
    Path folder;

    @Test
    void fromANumberAndAPortAWholeManifestIsMade() throws IOException {
        var draft = ManifestDraft.empty()
                .fill(
                        new ManifestDraft.Facts(List.of("MSCU1234566", "MSCU1234571"), "BRSSZ", "NLRTM", "EXPORT"),
                        "BR-RFB",
                        MESSAGE,
                        NOW);
        var parts = draft.name(List.of(picture("a.png", PNG, Picture.PRIMARY), picture("b.jpg", JPEG, "SECOND_VIEW")));
        var json = json(draft);
        assertThat(json.at("/sender/authority").asText()).isEqualTo("BR-RFB");
        assertThat(json.at("/sender/facility/unlocode").asText()).isEqualTo("BRSSZ");
        assertThat(json.at("/scan/occurredAt").asText()).isEqualTo("2026-11-24T02:41:00-03:00");
        assertThat(json.at("/transport/portOfLoading").asText()).isEqualTo("BRSSZ");
        assertThat(json.at("/transport/portOfDischarge").asText()).isEqualTo("NLRTM");
        assertThat(json.at("/equipment/1/number").asText()).isEqualTo("MSCU1234571");
        assertThat(json.at("/scan/images/0/role").asText()).isEqualTo("PRIMARY");
        assertThat(json.at("/scan/images/0/containers").size()).isEqualTo(2);
        assertThat(json.at("/scan/images/1/mediaType").asText()).isEqualTo("image/jpeg");
        assertThat(json.at("/scan/images/1/sha256").asText()).isEqualTo(Digest.of(JPEG));
        assertThat(parts).extracting(Upload.Part::name).containsExactly("image-1", "image-2");
    }

    @Test
    void whatTheUserWroteStaysAsItIs() throws IOException {
        var own = """
                {"messageId":"mine","sender":{"authority":"EC-SENAE"},
                 "scan":{"occurredAt":"yesterday","images":[{"part":"main","sha256":"wrong"}]},
                 "equipment":[{"number":"X"}],"ours":{"kept":true}}""";
        var draft = ManifestDraft.of(own.getBytes(StandardCharsets.UTF_8), "own.json")
                .fill(new ManifestDraft.Facts(List.of("MSCU1234566"), "BRSSZ", null, "EXPORT"), "BR-RFB", MESSAGE, NOW);
        var parts = draft.name(List.of(picture("a.png", PNG, Picture.PRIMARY)));
        var json = json(draft);
        assertThat(json.at("/messageId").asText()).isEqualTo("mine");
        assertThat(json.at("/sender/authority").asText()).isEqualTo("EC-SENAE");
        assertThat(json.at("/scan/occurredAt").asText()).isEqualTo("yesterday");
        assertThat(json.at("/scan/images/0/sha256").asText()).isEqualTo("wrong");
        assertThat(json.at("/equipment").size()).isEqualTo(1);
        assertThat(json.at("/scan/images/0/containers/0/number").asText()).isEqualTo("X");
        assertThat(json.at("/ours/kept").asBoolean()).isTrue();
        assertThat(parts).extracting(Upload.Part::name).containsExactly("main");
    }

    @Test
    void anImportDoesNotLoadWhereItIsScanned() throws IOException {
        var draft = ManifestDraft.empty()
                .fill(new ManifestDraft.Facts(List.of(), "NLRTM", null, "IMPORT"), "NL", MESSAGE, NOW);
        assertThat(json(draft).at("/transport/portOfLoading").isMissingNode()).isTrue();
    }

    @Test
    void moreImagesInTheManifestThanFilesIsSaid() throws IOException {
        var draft = ManifestDraft.of("{\"scan\":{\"images\":[{},{}]}}".getBytes(StandardCharsets.UTF_8), "own.json");
        var one = List.of(picture("a.png", PNG, Picture.PRIMARY));
        assertThatThrownBy(() -> draft.name(one))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("names 2 images, but 1");
    }

    @Test
    void aFileThatIsNotJsonIsToldWithItsPlace() {
        var notJson = "{\n  \"scan\": oops\n}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> ManifestDraft.of(notJson, "own.json"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("own.json is not JSON, at line 2");
        assertThatThrownBy(() -> ManifestDraft.of("[1]".getBytes(StandardCharsets.UTF_8), "own.json"))
                .hasMessageContaining("not a JSON object");
    }

    @Test
    void aPictureIsWhatItsFirstBytesSayNotWhatItsNameSays() throws IOException {
        assertThat(picture("a.jpg", PNG, Picture.PRIMARY).mediaType()).isEqualTo("image/png");
        assertThat(picture("b.png", new byte[] {'M', 'M', 0, 42, 0}, Picture.PRIMARY)
                        .mediaType())
                .isEqualTo("image/tiff");
        assertThatThrownBy(() -> picture("c.jpg", new byte[] {'P', 'K', 3, 4}, Picture.PRIMARY))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("neither JPEG, PNG nor TIFF");
        assertThatThrownBy(() -> picture("d.jpg", new byte[0], Picture.PRIMARY)).isInstanceOf(CannotStart.class);
        assertThatThrownBy(() -> Picture.read(folder.resolve("absent.png"), Picture.PRIMARY))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("absent.png");
    }

    private Picture picture(String name, byte[] bytes, String role) throws IOException {
        return Picture.read(Files.write(folder.resolve(name), bytes), role);
    }

    private static JsonNode json(ManifestDraft draft) throws IOException {
        return new ObjectMapper().readTree(draft.bytes());
    }
}
