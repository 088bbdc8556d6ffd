package nl.bovenstrooms.local.console;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import nl.bovenstrooms.embedded.CannotStart;
import nl.bovenstrooms.embedded.DemoUser;
import nl.bovenstrooms.local.Suite;
import nl.bovenstrooms.local.SuiteOptions;
import nl.bovenstrooms.local.SuitePorts;
import nl.bovenstrooms.local.customs.LocalCustoms;
import nl.bovenstrooms.local.customs.Patience;
import nl.bovenstrooms.local.demo.SimulatedPassages;
import nl.bovenstrooms.local.demo.UploadingDemo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts everything, uploads simulated scans, and stays until it is told to stop. */
@Command(
        name = "up",
        description =
                "Starts broker, database, sign-in and the three services, and uploads simulated scans. Ctrl-C stops it all.")
final class UpCommand implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final String NOTHING = "NO_FINDING";
    private static final int FIRST_SCANS = 40;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder that keeps everything. Default: data, in the repository.")
    private Path data = SuiteOptions.repository().resolve("data");

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            description = "Added to every port, so that a second suite can run. Default: 0")
    private int portOffset;

    @Option(
            names = "--scans",
            paramLabel = "N",
            description =
                    "Uploads this many simulated scans, after those that the folder has. Default: what is missing of the"
                            + " first " + FIRST_SCANS + ".")
    private int scans = UploadingDemo.WHAT_IS_MISSING;

    @Option(names = "--rate", paramLabel = "R", description = "Simulated scans a second, at most. Default: 1")
    private double rate = 1;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of the simulated scans of a new folder. Default: " + UploadingDemo.USUAL_SEED)
    private long seed = UploadingDemo.USUAL_SEED;

    @Option(names = "--no-simulation", description = "Uploads no simulated scans.")
    private boolean noSimulation;

    @Option(names = "--open", negatable = true, description = "Opens the review UI in the browser. Default: no.")
    private boolean open;

    private final Clock clock = Clock.system(ZoneId.systemDefault());

    @Override
    public Integer call() throws InterruptedException {
        if (!(rate > 0)) {
            throw new CannotStart("--rate is more than 0, such as 0.5");
        }
        var options = SuiteOptions.in(data).withPorts(SuitePorts.usual(portOffset));
        var screen = new Screen(
                System.out,
                Boolean.getBoolean("bovenstrooms.terminal"),
                Integer.getInteger("bovenstrooms.columns", 120),
                List.copyOf(options.members()),
                clock);
        var painter = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "screen");
            thread.setDaemon(true);
            return thread;
        });
        var unused = painter.scheduleWithFixedDelay(screen::tick, 120, 120, TimeUnit.MILLISECONDS);
        try {
            var suite = Suite.start(options, screen);
            screen.startIsOver();
            introduce(suite, screen);
            startDemo(suite, screen);
            watch(suite, screen);
            return 0;
        } catch (CannotStart failed) {
            if (screen.hasToldFailure()) {
                return FAILED;
            }
            if (screen.isStopping()) {
                // Ctrl-C while starting: what failed is a consequence.
                awaitEnd();
            }
            throw failed;
        } finally {
            painter.shutdownNow();
        }
    }

    private void introduce(Suite suite, Screen screen) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("Bovenstrooms runs.");
        lines.add("  Review UI      " + suite.queue());
        lines.add("  Scan uploads   " + suite.ingest() + "/v1/scans   (OpenAPI: " + suite.ingest() + "/openapi)");
        lines.add("  Sign-in        " + suite.embedded().issuer());
        lines.add("  Data and logs  " + suite.options().data());
        lines.add("  People         " + people() + "; no password: this sign-in is for local use only");
        lines.add("Ctrl-C stops everything; the next start goes on where this one ended.");
        lines.add("");
        screen.say(String.join(System.lineSeparator(), lines));
        if (open) {
            open(suite, screen);
        }
    }

    private void startDemo(Suite suite, Screen screen) {
        if (noSimulation) {
            return;
        }
        var customs = new LocalCustoms(suite, Patience.LONG, clock);
        var demo = new UploadingDemo(
                suite.options().data(),
                SimulatedPassages::open,
                sent -> customs.of(sent.system()).send(sent.upload(), why -> {}),
                screen::say,
                clock);
        var wish = new UploadingDemo.Wish(FIRST_SCANS, scans, Duration.ofNanos((long) (1e9 / rate)), seed);
        var thread = new Thread(() -> runDemo(demo, wish, screen), "demo");
        thread.setDaemon(true);
        thread.start();
    }

    private static void runDemo(UploadingDemo demo, UploadingDemo.Wish wish, Screen screen) {
        try {
            demo.upload(wish);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException failed) {
            if (!screen.isStopping()) {
                screen.say("! The upload of simulated scans ended: " + failed.getMessage());
            }
        }
    }

    private static String people() {
        return Arrays.stream(DemoUser.values())
                .collect(Collectors.groupingBy(
                        user -> user.role().toLowerCase(Locale.ROOT).replace('_', ' '),
                        LinkedHashMap::new,
                        Collectors.mapping(DemoUser::userName, Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(role -> role.getValue() + " (" + role.getKey() + ")")
                .collect(Collectors.joining(", "));
    }

    private void watch(Suite suite, Screen screen) throws InterruptedException {
        var numbers = new LiveNumbers(suite);
        var known = numbers.now().latest();
        while (screen.pause(LOOK_EVERY)) {
            var now = numbers.now();
            if (!now.latest().equals(known)) {
                known = now.latest();
                // What is found is worth a line; that nothing was found would be many.
                known.filter(outcome -> !outcome.decision().equals(NOTHING))
                        .map(UpCommand::told)
                        .ifPresent(screen::say);
            }
            screen.live(line(now));
        }
        awaitEnd();
    }

    private static String told(LiveNumbers.Outcome outcome) {
        return "%s %s, told to %s"
                .formatted(
                        outcome.container(),
                        outcome.decision(),
                        outcome.toldTo().tenant());
    }

    private static String line(LiveNumbers.Numbers numbers) {
        var counts = numbers.counts()
                .map(queue -> "waiting %d \u00b7 reading %d \u00b7 decided %d"
                        .formatted(queue.waiting(), queue.claimed(), queue.decidedToday()))
                .orElse("the queue does not answer");
        var latest = numbers.latest()
                .map(outcome -> " \u00b7 last: " + told(outcome))
                .orElse("");
        return "uploaded %d \u00b7 scored %d \u00b7 %s%s"
                .formatted(numbers.uploaded(), numbers.scored(), counts, latest);
    }

    private static void open(Suite suite, Screen screen) {
        var program = System.getProperty("os.name").startsWith("Mac") ? "open" : "xdg-open";
        try {
            new ProcessBuilder(program, suite.queue().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException missing) {
            screen.say("No browser can be opened from here: " + missing.getMessage());
        }
    }

    /** The shutdown hook is at work and ends this JVM. */
    private static void awaitEnd() throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
