package nl.bovenstrooms.local;

import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.bovenstrooms.embedded.CannotStart;
import nl.bovenstrooms.embedded.ChildProcess;
import nl.bovenstrooms.embedded.DatabaseName;
import nl.bovenstrooms.embedded.Embedded;
import nl.bovenstrooms.embedded.Installation;
import nl.bovenstrooms.embedded.JavaCommand;
import nl.bovenstrooms.embedded.Ports;
import nl.bovenstrooms.embedded.Postmaster;
import nl.bovenstrooms.embedded.Readiness;
import nl.bovenstrooms.embedded.Tokens;

/**
 * The whole suite as child processes of this JVM: database, broker and sign-in, then the three services. What they know stays in
 * the data folder. The processes end with this JVM, in whatever way it ends.
 *
 * <pre>{@code
 * try (var suite = Suite.start(SuiteOptions.in(folder).withPorts(SuitePorts.free()).withRestarts(false))) {
 *     var token = suite.tokens().forClient("br-rfb");
 *     upload(suite.process(Member.SCAN_INGEST).address(), token);
 *     suite.process(Member.RISK_SCORING).kill();
 *     suite.process(Member.RISK_SCORING).restart().awaitReady();
 * }
 * }</pre>
 */
public final class Suite implements AutoCloseable {
    private static final long LEAST_FREE_BYTES = 200_000_000;

    private final SuiteOptions options;
    private final SuiteListener listener;
    private final DataFolder folder;
    private final Embedded embedded;
    private final Map<Member, SuiteProcess> processes = new EnumMap<>(Member.class);
    private final Map<Member, Restarts> restarts = new EnumMap<>(Member.class);
    private final ScheduledExecutorService keeper = Executors.newScheduledThreadPool(Member.values().length, task -> {
        var thread = new Thread(task, "suite-keeper");
        thread.setDaemon(true);
        return thread;
    });
    private final Thread farewell = new Thread(this::close, "suite-farewell");
    private final Set<Member> wereReady = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    private Suite(SuiteOptions options, SuiteListener listener, DataFolder folder) {
        this.options = options;
        this.listener = listener;
        this.folder = folder;
        this.embedded = Embedded.prepare(options.data(), options.ports().servers());
        for (var member : options.members()) {
            var process = process(member, child(member));
            processes.put(member, process);
            restarts.put(member, new Restarts());
            process.child().onDeath(exit -> died(process, exit));
        }
    }

    /** As {@link #start(SuiteOptions, SuiteListener)}, in silence. */
    public static Suite start(SuiteOptions options) {
        return start(options, SuiteListener.SILENT);
    }

    /**
     * Starts everything and waits until all of it is ready.
     *
     * @throws CannotStart if something is not built, a port is in use, the disk is full, the folder is in use or a process dies;
     *     nothing is left running then
     */
    public static Suite start(SuiteOptions options, SuiteListener listener) {
        requireBuilt(options);
        var folder = DataFolder.hold(options.data());
        Suite suite;
        try {
            suite = new Suite(options, listener, folder);
        } catch (RuntimeException failed) {
            folder.close();
            throw failed;
        }
        try {
            Runtime.getRuntime().addShutdownHook(suite.farewell);
            suite.startAll();
            return suite;
        } catch (CannotStart failed) {
            if (!suite.closing) {
                listener.startFailed(failed);
            }
            suite.close();
            throw failed;
        } catch (RuntimeException failed) {
            suite.close();
            throw failed;
        }
    }

    /** The handle of this member; the same for the whole life of the suite. */
    public SuiteProcess process(Member member) {
        var process = processes.get(member);
        if (process == null) {
            throw new IllegalArgumentException("No process " + member);
        }
        return process;
    }

    public Collection<SuiteProcess> processes() {
        return Collections.unmodifiableCollection(processes.values());
    }

    /** Broker, database and sign-in, with their addresses and passwords. */
    public Embedded embedded() {
        return embedded;
    }

    /** Tokens of systems and people. */
    public Tokens tokens() {
        return Tokens.of(embedded);
    }

    /** Where customs systems send scans to. */
    public URI ingest() {
        return process(Member.SCAN_INGEST).address();
    }

    /** Where people go. */
    public URI queue() {
        return process(Member.ANALYST_QUEUE).address();
    }

    public SuiteOptions options() {
        return options;
    }

    /** Waits until every process is ready, such as after kills in a suite with restarts. */
    public void awaitReady() {
        var deadline = System.nanoTime() + options.patience().toNanos();
        for (var process : processes.values()) {
            while (!process.isReady()) {
                if (System.nanoTime() > deadline) {
                    throw new CannotStart("%s does not come back.%n  %s"
                            .formatted(process.member().text(), String.join("\n  ", process.lastLines(15))));
                }
                pause();
            }
        }
    }

    /** Stops everything: the services first, then what they stand on. */
    @Override
    public void close() {
        synchronized (this) {
            if (closing) {
                return;
            }
            closing = true;
        }
        listener.stopping();
        keeper.shutdownNow();
        running(Member.SERVICES).parallelStream()
                .forEach(member -> process(member).child().stop(Duration.ofSeconds(30)));
        embedded.close();
        folder.close();
        removeFarewell(farewell);
    }

    private static void removeFarewell(Thread farewell) {
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException alreadyShuttingDown) {
            // Then it is the one that runs.
        }
    }

    private void startAll() {
        embedded.requireRoom();
        for (var service : running(Member.SERVICES)) {
            Ports.requireFree(service.text(), options.ports().of(service));
        }
        startTogether(running(Member.SERVERS));
        startTogether(running(Member.SERVICES));
        folder.announce(new DataFolder.Running(
                ProcessHandle.current().pid(),
                address(Member.SCAN_INGEST),
                address(Member.ANALYST_QUEUE),
                embedded.issuer(),
                embedded.jdbcUrl(DatabaseName.QUEUE),
                embedded.jdbcUrl(DatabaseName.SCORING)));
        var unused = keeper.scheduleWithFixedDelay(this::watchDisk, 10, 10, TimeUnit.SECONDS);
    }

    private List<Member> running(List<Member> members) {
        return members.stream().filter(processes::containsKey).toList();
    }

    private URI address(Member member) {
        return URI.create("http://localhost:" + options.ports().of(member));
    }

    private void startTogether(List<Member> members) {
        var firstFailure = new CompletableFuture<Void>();
        var starts = new ArrayList<CompletableFuture<Void>>();
        for (var member : members) {
            starts.add(CompletableFuture.runAsync(() -> start(member), keeper).whenComplete((done, failure) -> {
                if (failure != null) {
                    firstFailure.completeExceptionally(failure);
                }
            }));
        }
        try {
            CompletableFuture.anyOf(CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)), firstFailure)
                    .join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof CannotStart clear) {
                throw clear;
            }
            throw failed;
        }
    }

    private void watchDisk() {
        var free = options.data().toFile().getUsableSpace();
        if (free < LEAST_FREE_BYTES) {
            listener.diskAlmostFull(free);
        }
    }

    private void start(Member member) {
        var begin = System.nanoTime();
        listener.starting(member);
        restartsOf(member).started(begin);
        process(member).startUnlessAlive();
        process(member).awaitReady();
        wereReady.add(member);
        listener.ready(member, Duration.ofNanos(System.nanoTime() - begin));
    }

    private void died(SuiteProcess process, int exit) {
        // One that was never ready has somebody waiting for it, who tells.
        if (closing || !wereReady.contains(process.member())) {
            return;
        }
        var member = process.member();
        var why = process.child().death(exit);
        listener.died(member, why);
        if (!options.restarts()) {
            return;
        }
        nextAttempt(member).ifPresentOrElse(attempt -> schedule(process, attempt), () -> listener.gaveUp(member, why));
    }

    private void schedule(SuiteProcess process, Restarts.Attempt attempt) {
        listener.restarting(process.member(), attempt.pause(), attempt.number());
        try {
            var unused =
                    keeper.schedule(() -> startAgain(process), attempt.pause().toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            // Everything is being stopped.
        }
    }

    private Optional<Restarts.Attempt> nextAttempt(Member member) {
        var known = restartsOf(member);
        synchronized (known) {
            return known.afterDeath(System.nanoTime());
        }
    }

    private Restarts restartsOf(Member member) {
        return Objects.requireNonNull(restarts.get(member));
    }

    private void startAgain(SuiteProcess process) {
        if (closing) {
            return;
        }
        var begin = System.nanoTime();
        var known = restartsOf(process.member());
        synchronized (known) {
            known.started(begin);
        }
        try {
            process.startUnlessAlive();
            process.awaitReady();
            listener.ready(process.member(), Duration.ofNanos(System.nanoTime() - begin));
        } catch (CannotStart failed) {
            if (process.isAlive()) {
                listener.died(process.member(), failed);
            }
            // Else its death was heard of, and the next attempt is on its way.
        }
    }

    private SuiteProcess process(Member member, ChildProcess child) {
        return new SuiteProcess(
                member,
                child,
                options.ports().of(member),
                options.patience(),
                () -> member == Member.DATABASE
                        ? Postmaster.of(options.data().resolve("database/data"))
                        : Optional.empty());
    }

    private ChildProcess child(Member member) {
        return switch (member) {
            case DATABASE -> embedded.database();
            case BROKER -> embedded.broker();
            case SIGN_IN -> embedded.signIn();
            case SCAN_INGEST -> service(member, embedded.settings(DatabaseName.INGEST), List.of("-Xmx512m"), Map.of());
            case ANALYST_QUEUE -> service(member, embedded.settings(DatabaseName.QUEUE), List.of("-Xmx384m"), Map.of());
            case RISK_SCORING ->
                service(
                        member,
                        embedded.settings(DatabaseName.SCORING),
                        List.of("-Xmx1g", "-Dai.djl.offline=true"),
                        Map.of(
                                "OMP_WAIT_POLICY",
                                "PASSIVE",
                                "OPT_OUT_TRACKING",
                                "true",
                                "DJL_CACHE_DIR",
                                folder.models().toString(),
                                "ENGINE_CACHE_DIR",
                                folder.models().toString()));
        };
    }

    private ChildProcess service(
            Member member, Map<String, String> serverSettings, List<String> memory, Map<String, String> environment) {
        var settings = new LinkedHashMap<>(serverSettings);
        settings.put("quarkus.http.host", "localhost");
        settings.put("quarkus.http.port", Integer.toString(options.ports().of(member)));
        settings.put("bovenstrooms.image-store.uri", options.images().toUri().toString());
        if (member == Member.ANALYST_QUEUE) {
            // In production, hours: whoever tries it out sees the answer come back while looking.
            settings.put("bovenstrooms.queue.complete-answer.earliest", "20S");
            settings.put("bovenstrooms.queue.complete-answer.latest", "90S");
        }
        settings.putAll(options.settings().getOrDefault(member, Map.of()));
        folder.writeSettings(member, settings);

        var javaOptions = new ArrayList<>(memory);
        javaOptions.add("-XX:+UseSerialGC");
        javaOptions.addAll(options.javaOptions().getOrDefault(member, List.of()));
        return new ChildProcess(new ChildProcess.Plan(
                member.text(),
                JavaCommand.of(
                        javaOptions,
                        List.of(Installation.find().supervised(), options.program(member)),
                        "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                        List.of()),
                environment,
                folder.of(member),
                folder.log(member),
                Readiness.ofHttp(
                        URI.create("http://localhost:" + options.ports().of(member) + "/q/health/ready"))));
    }

    private static void requireBuilt(SuiteOptions options) {
        for (var service : Member.SERVICES) {
            if (options.members().contains(service) && !Files.exists(options.program(service))) {
                throw new CannotStart("%s is not built: %s is missing. Run: ./bovenstrooms build"
                        .formatted(service.text(), options.program(service)));
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while waiting", interrupted);
        }
    }
}
