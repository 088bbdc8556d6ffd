package nl.bovenstrooms.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.bovenstrooms.embedded.CannotStart;
import nl.bovenstrooms.embedded.Ports;
import nl.bovenstrooms.embedded.Postmaster;
import nl.bovenstrooms.local.Member;
import nl.bovenstrooms.local.SuiteOptions;
import nl.bovenstrooms.local.SuitePorts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The launcher as people use it: a process with a command line, words on its output, and Ctrl-C. */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class LauncherIT {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String RUNS = "Bovenstrooms runs.";

    private static final List<Process> launched = new ArrayList<>();

    /** What a failed test left running. */
    @AfterEach
    void stop() throws InterruptedException {
        for (var process : launched) {
            process.destroy();
            process.waitFor();
        }
    }

    @Test
    void itRunsTakesAPictureStopsWithoutATraceAndGoesOnWhereItWas() throws IOException, InterruptedException {
        var data = Folders.empty("launcher");
        var offset = Integer.toString(freeOffset());
        var up = List.of("up", "--data", data.toString(), "--port-offset", offset, "--scans", "2", "--rate", "4");

        var launcher = Launched.of("launcher-first", up);
        launcher.awaitText(RUNS);
        launcher.awaitText("All 2 simulated scans are uploaded.");
        assertThat(run("second-on-the-same-folder", up))
                .matches(ended -> ended.exit() == 1)
                .extracting(Ended::output)
                .asString()
                .contains("runs already in " + data);
        assertThat(run(
                        "send",
                        List.of(
                                "send",
                                "--data",
                                data.toString(),
                                "--container",
                                "MSCU1234566",
                                "--port",
                                "BRSSZ",
                                picture())))
                .matches(ended -> ended.exit() == 0)
                .extracting(Ended::output)
                .asString()
                .contains("Received:", "case reference");
        assertThat(run(
                        "send-wrong",
                        List.of(
                                "send",
                                "--data",
                                data.toString(),
                                "--container",
                                "MSCU1234566",
                                "--port",
                                "XXXXX",
                                picture())))
                .matches(ended -> ended.exit() == 1)
                .extracting(Ended::output)
                .asString()
                .contains("/sender/facility/unlocode", "\"XXXXX\"", "not among the ports");
        assertThat(run("verify-running", List.of("verify-audit", "--data", data.toString()))
                        .output())
                .contains("INTACT")
                .doesNotContain("database is started");
        assertThat(run("replay-running", List.of("replay", "--data", data.toString()))
                        .output())
                .contains("different: 0")
                .doesNotContain("Exception", "SLF4J");
        assertThat(run("feedback-running", List.of("feedback", "--data", data.toString()))
                        .output())
                .contains("containers scored")
                .doesNotContain("Exception", "SLF4J");
        var family = launcher.family();
        assertThat(family).hasSize(Member.values().length);
        var postgres = Postmaster.of(data.resolve("database/data")).orElseThrow();
        launcher.interrupt();
        assertThat(launcher.output()).contains("Stopping, services first");
        assertThat(family).noneMatch(ProcessHandle::isAlive);
        // It is nobody's child, and ends a moment after it has taken its name off the folder.
        assertThat(postgres.onExit()).succeedsWithin(Duration.ofSeconds(30));

        assertThat(run("verify-stopped", List.of("verify-audit", "--data", data.toString()))
                        .output())
                .contains("its database is started for this", "INTACT");

        var again = Launched.of("launcher-again", up.subList(0, 5));
        again.awaitText(RUNS);
        again.awaitText("Uploading simulated scans 3 to");
        again.interrupt();
    }

    @Test
    void aPortInUseIsSaidAndNothingIsLeftRunning() throws IOException, InterruptedException {
        var offset = freeOffset();
        var port = SuitePorts.usual(offset).of(Member.SCAN_INGEST);
        try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            var ended = run(
                    "port-in-use",
                    List.of(
                            "up",
                            "--data",
                            Folders.empty("port").toString(),
                            "--port-offset",
                            Integer.toString(offset)));
            assertThat(taken.isBound()).isTrue();
            assertThat(ended.exit()).isEqualTo(1);
            assertThat(ended.output()).contains("Port " + port + ", needed by scan-ingest, is in use");
        }
    }

    /** Words and exit code of a command that is over. */
    private record Ended(int exit, String output) {}

    private static Ended run(String name, List<String> arguments) throws IOException, InterruptedException {
        var launched = Launched.of(name, arguments);
        assertThat(launched.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as(name + " ends")
                .isTrue();
        return new Ended(launched.process.exitValue(), launched.output());
    }

    private static String picture() throws IOException {
        var scan = new DrawnScans(5).scan(1);
        var file = Path.of("target", "launcher-picture.jpg").toAbsolutePath();
        return Files.write(file, scan.parts().get(0).bytes()).toString();
    }

    private static int freeOffset() {
        for (var offset = 700; offset < 20_000; offset += 37) {
            if (allFree(SuitePorts.usual(offset))) {
                return offset;
            }
        }
        throw new IllegalStateException("no free ports");
    }

    private static boolean allFree(SuitePorts ports) {
        try {
            for (var member : Member.values()) {
                Ports.requireFree(member.text(), ports.of(member));
            }
            Ports.requireFree("the controller", ports.servers().brokerController());
            return true;
        } catch (CannotStart inUse) {
            return false;
        }
    }

    /** A launcher in a process of its own, in no way different from one that a person started. */
    private record Launched(String name, Process process, Path log) {
        static Launched of(String name, List<String> arguments) throws IOException {
            var log = Path.of("target", name + ".log").toAbsolutePath();
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-D" + SuiteOptions.HOME_PROPERTY + "=" + SuiteOptions.repository(),
                    "-Dbovenstrooms.embedded=" + System.getProperty("bovenstrooms.embedded"),
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    "nl.bovenstrooms.local.console.BovenstroomsCommand"));
            command.addAll(arguments);
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            launched.add(process);
            return new Launched(name, process, log);
        }

        String output() throws IOException {
            return Files.readString(log);
        }

        void awaitText(String text) throws IOException, InterruptedException {
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!output().contains(text)) {
                assertThat(process.isAlive())
                        .as("%s, waiting for '%s': %s", name, text, output())
                        .isTrue();
                assertThat(System.nanoTime())
                        .as("%s, waiting for '%s': %s", name, text, output())
                        .isLessThan(deadline);
                Thread.sleep(200);
            }
        }

        List<ProcessHandle> family() {
            return process.descendants().toList();
        }

        /** As Ctrl-C, but without a terminal: to the JVM it is the same. */
        void interrupt() throws InterruptedException {
            process.destroy();
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as(name + " stops")
                    .isTrue();
        }
    }
}
