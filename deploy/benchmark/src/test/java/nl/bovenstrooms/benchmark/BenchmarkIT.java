package nl.bovenstrooms.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A run of a handful of scans: it comes to an end, and no figure is missing. How large they are is nobody's business here. */
class BenchmarkIT {
    @Test
    void aShortRunTellsEveryFigure() throws IOException {
        var figures = run(
                "--json",
                "--pictures",
                "2",
                "--warm-up",
                "2",
                "--rate",
                "2",
                "--seconds",
                "2",
                "--scans",
                "6",
                "--senders",
                "2",
                "--model-seconds",
                "2");

        assertThat(figures.at("/steady/receipt/samples").asInt()).isEqualTo(4);
        assertThat(figures.at("/steady/uploadToCase/samples").asInt()).isEqualTo(4);
        assertThat(figures.at("/saturated/scans").asInt()).isEqualTo(6);
        // Every container was looked at: a suite that skips the model would be quick.
        assertThat(figures.path("containersScored").asInt()).isEqualTo(12);
        assertThat(figures.path("containersSeen").asInt()).isEqualTo(12);
        assertThat(figures.at("/model/found").asLong())
                .isPositive()
                .isEqualTo(figures.at("/model/seen").asLong());
        for (var positive : new String[] {
            "/steady/receipt/p50",
            "/steady/receipt/p95",
            "/steady/uploadToCase/p50",
            "/steady/uploadToCase/p95",
            "/saturated/scansPerSecond",
            "/saturated/uploadsPerSecond",
            "/model/bareBefore",
            "/model/bareAfter",
            "/model/wholeLook",
            "/model/coreMillis",
            "/model/lookCoreMillis",
            "/sustainedToModelByCores",
            "/usage/postgresql/writtenBytes",
            "/model/finderMillis",
            "/model/peakFlops",
            "/sustainedToModel",
            "/lookToModel",
            "/floorMillis",
            "/diskBandwidth",
            "/coreMillisOfAScan",
            "/usage/risk-scoring/coreSeconds",
            "/machine/cores",
            "/bytesOfAScan"
        }) {
            assertThat(figures.at(positive).asDouble()).as(positive).isPositive();
        }
        if (System.getProperty("os.name").equals("Linux")) {
            assertThat(figures.path("peakMemory").fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder(
                            "database",
                            "postgresql",
                            "broker",
                            "sign-in",
                            "scan-ingest",
                            "risk-scoring",
                            "analyst-queue",
                            "benchmark");
        }
    }

    private static JsonNode run(String... arguments) throws IOException {
        var usual = System.out;
        var said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(BenchmarkCommand.run(arguments)).isZero();
        } finally {
            System.setOut(usual);
        }
        return new ObjectMapper().readTree(said.toByteArray());
    }
}
