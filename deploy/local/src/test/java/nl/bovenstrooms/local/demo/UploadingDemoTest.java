package nl.bovenstrooms.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.bovenstrooms.embedded.CannotStart;
import nl.bovenstrooms.embedded.CustomsSystem;
import nl.bovenstrooms.local.customs.Upload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadingDemoTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    Path folder;

    private final List<String> sent = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();
    private final List<String> news = new ArrayList<>();
    private int failAt = Integer.MAX_VALUE;

    @Test
    void theFirstStartUploadsTheFirstScansAndTheNextOneNothing() throws IOException, InterruptedException {
        demo(NOON).upload(wish(UploadingDemo.WHAT_IS_MISSING));
        demo(NOON.plusSeconds(60)).upload(wish(UploadingDemo.WHAT_IS_MISSING));
        assertThat(sent).containsExactly("scan 0", "scan 1", "scan 2");
        assertThat(news).last().asString().contains("3 simulated scans of this folder were uploaded before");
    }

    @Test
    void whatWasCutOffIsGoneOnWithInTheSameStream() throws IOException, InterruptedException {
        failAt = 1;
        assertThatThrownBy(() -> demo(NOON).upload(wish(UploadingDemo.WHAT_IS_MISSING)))
                .isInstanceOf(IllegalStateException.class);
        failAt = Integer.MAX_VALUE;
        demo(NOON.plusSeconds(60)).upload(wish(UploadingDemo.WHAT_IS_MISSING));
        assertThat(sent).containsExactly("scan 0", "scan 1", "scan 2");
        assertThat(opened).containsExactly("7 from " + NOON, "7 from " + NOON);
    }

    @Test
    void moreOnesComeAfterThoseThatAreThere() throws IOException, InterruptedException {
        demo(NOON).upload(wish(UploadingDemo.WHAT_IS_MISSING));
        demo(NOON).upload(wish(2));
        assertThat(sent).containsExactly("scan 0", "scan 1", "scan 2", "scan 3", "scan 4");
    }

    @Test
    void noneMeansNone() throws IOException, InterruptedException {
        demo(NOON).upload(wish(0));
        assertThat(sent).isEmpty();
        assertThat(news).isEmpty();
    }

    @Test
    void aDamagedNoteOfProgressIsToldAndNotGuessed() throws IOException {
        Files.writeString(folder.resolve("simulated-scans.properties"), "seed=1\nbegin=yesterday\nnext=3\n");
        assertThatThrownBy(() -> demo(NOON).upload(wish(1)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("simulated-scans.properties is damaged");
    }

    private static UploadingDemo.Wish wish(int more) {
        return new UploadingDemo.Wish(3, more, Duration.ZERO, 7);
    }

    private UploadingDemo demo(Instant now) {
        return new UploadingDemo(folder, this::stream, this::send, news::add, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Passages stream(long seed, Instant begin) {
        opened.add(seed + " from " + begin);
        return number -> new Passages.Sent(
                CustomsSystem.BRAZIL,
                new Upload(new UUID(0, number), ("scan " + number).getBytes(StandardCharsets.UTF_8), List.of()));
    }

    private void send(Passages.Sent passage) {
        if (passage.upload().scanId().getLeastSignificantBits() == failAt) {
            throw new IllegalStateException("cut off");
        }
        sent.add(new String(passage.upload().manifest(), StandardCharsets.UTF_8));
    }
}
