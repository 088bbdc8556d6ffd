package nl.bovenstrooms.benchmark;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.bovenstrooms.embedded.CustomsSystem;
import nl.bovenstrooms.local.Suite;
import nl.bovenstrooms.local.customs.CustomsClient;
import nl.bovenstrooms.local.customs.Patience;
import nl.bovenstrooms.local.customs.TokenSource;
import nl.bovenstrooms.local.customs.Upload;

/** Sends scans as a customs system does, over HTTP and with a token, and sees them through until each has its place. */
final class Load {
    private static final Duration DRAINING = Duration.ofMinutes(5);

    private final CustomsClient client;
    private final CaseWatch watch;
    private final Progress progress;
    private final AtomicInteger retries = new AtomicInteger();

    Load(Suite suite, CaseWatch watch, Progress progress) {
        this.watch = watch;
        this.progress = progress;
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        var credentials = new TokenSource.Credentials(
                URI.create(suite.embedded().issuer() + "/token"),
                CustomsSystem.BRAZIL.clientId(),
                "any",
                CustomsSystem.SCOPE);
        client = new CustomsClient(
                http, suite.ingest(), new TokenSource(http, credentials, Clock.systemUTC()), Patience.SHORT);
    }

    /**
     * @param receipt from the PUT to its receipt
     * @param uploadToCase from the PUT until the scan has its place in the queue
     * @param retries PUTs that had to be sent again; with any, the latencies are not those of a healthy suite
     */
    record Steady(double scansPerSecond, Latency receipt, Latency uploadToCase, int retries) {}

    /**
     * @param seconds from the first PUT until the last scan has its place
     * @param uploadsPerSecond while there was something to send
     */
    record Saturated(int scans, double seconds, double scansPerSecond, double uploadsPerSecond, int retries) {}

    /**
     * An even load. Latencies count from the moment at which a scan was due, so that one that waits behind a slow one is not
     * forgiven the wait.
     */
    Steady steady(List<Upload> scans, double rate) throws InterruptedException, ExecutionException {
        retries.set(0);
        watch.lookEvery(CaseWatch.OFTEN);
        var receipts = Latency.histogram();
        var places = Latency.histogram();
        var due = new long[scans.size()];
        var senders = Executors.newScheduledThreadPool(16);
        try {
            var begin = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
            var sent = new ArrayList<Future<Long>>();
            for (var number = 0; number < due.length; number++) {
                due[number] = begin + Math.round(number * 1e9 / rate);
                var scan = scans.get(number);
                sent.add(senders.schedule(() -> send(scan), due[number] - System.nanoTime(), TimeUnit.NANOSECONDS));
            }
            for (var number = 0; number < due.length; number++) {
                receipts.recordValue(micros(due[number], sent.get(number).get()));
                progress.during("steady", number + 1, due.length);
            }
            watch.awaitAll(DRAINING, missing -> progress.during("steady", due.length - missing, due.length));
            for (var number = 0; number < due.length; number++) {
                places.recordValue(
                        micros(due[number], watch.placedAt(scans.get(number).scanId())));
            }
            return new Steady(rate, Latency.of(receipts), Latency.of(places), retries.get());
        } finally {
            senders.shutdownNow();
        }
    }

    /** As fast as it goes: each sender sends the next scan when it has the receipt of the one before. */
    Saturated saturate(String phase, List<Upload> scans, int senders) throws InterruptedException, ExecutionException {
        retries.set(0);
        watch.lookEvery(CaseWatch.SELDOM);
        var threads = Executors.newFixedThreadPool(senders);
        try {
            var next = new AtomicInteger();
            var begin = System.nanoTime();
            var sending = new ArrayList<Future<?>>();
            for (var sender = 0; sender < senders; sender++) {
                sending.add(threads.submit(() -> {
                    for (var number = next.getAndIncrement(); number < scans.size(); number = next.getAndIncrement()) {
                        send(scans.get(number));
                        progress.during(phase, number + 1 - watch.stillUnderWay(), scans.size());
                    }
                    return null;
                }));
            }
            for (var one : sending) {
                one.get();
            }
            var uploaded = System.nanoTime();
            watch.awaitAll(DRAINING, missing -> progress.during(phase, scans.size() - missing, scans.size()));
            var end = scans.stream()
                    .mapToLong(scan -> watch.placedAt(scan.scanId()) - begin)
                    .max()
                    .orElse(0);
            return new Saturated(
                    scans.size(),
                    end / 1e9,
                    scans.size() * 1e9 / end,
                    scans.size() * 1e9 / (uploaded - begin),
                    retries.get());
        } finally {
            threads.shutdownNow();
        }
    }

    /** @return when the receipt was there */
    private long send(Upload scan) throws InterruptedException {
        watch.expect(scan.scanId());
        client.send(scan, why -> retries.incrementAndGet());
        return System.nanoTime();
    }

    private static long micros(long from, long until) {
        return Math.max(0, (until - from) / 1000);
    }
}
