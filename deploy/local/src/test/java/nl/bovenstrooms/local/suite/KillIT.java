package nl.bovenstrooms.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.bovenstrooms.embedded.CannotStart;
import nl.bovenstrooms.embedded.CustomsSystem;
import nl.bovenstrooms.embedded.DatabaseName;
import nl.bovenstrooms.embedded.DemoUser;
import nl.bovenstrooms.local.Member;
import nl.bovenstrooms.local.Suite;
import nl.bovenstrooms.local.SuiteListener;
import nl.bovenstrooms.local.SuiteOptions;
import nl.bovenstrooms.local.SuitePorts;
import nl.bovenstrooms.local.customs.LocalCustoms;
import nl.bovenstrooms.local.customs.Patience;
import nl.bovenstrooms.local.demo.Passages;
import nl.bovenstrooms.local.demo.SimulatedPassages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Uploads go on, and an analyst reads, while every process is killed with {@code kill -9} again and again, at moments that the seed
 * decides. In the end nothing is lost and nothing is there twice. Another seed, or more: {@code -Dkill.seed=7 -Dkill.uploads=1000}.
 */
class KillIT {
    private static final long SEED = Long.getLong("kill.seed", 20261124);
    private static final int UPLOADS = Integer.getInteger("kill.uploads", 200);
    private static final Duration PACE = Duration.ofMillis(600);
    private static final int KILLS_OF_EACH = 2;
    private static final Duration SETTLING = Duration.ofMinutes(5);
    private static final List<Member> VICTIMS =
            List.of(Member.SCAN_INGEST, Member.RISK_SCORING, Member.ANALYST_QUEUE, Member.BROKER, Member.DATABASE);

    private final long begin = System.nanoTime();
    private final List<String> gaveUp = Collections.synchronizedList(new ArrayList<>());

    /** A kill at a moment, counted from the first upload. */
    private record Kill(Member victim, Duration at) {}

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void nothingIsLostAndNothingIsThereTwiceWhateverIsKilled()
            throws InterruptedException, ExecutionException, SQLException, IOException {
        var options = SuiteOptions.in(Folders.empty("kill"))
                .withPorts(SuitePorts.free())
                // Both ways are to be walked: read and not read.
                .withSetting(Member.ANALYST_QUEUE, "bovenstrooms.queue.random-share", "0.5")
                // Answers about what nobody reads go out during the kills, too.
                .withSetting(Member.ANALYST_QUEUE, "bovenstrooms.queue.complete-answer.earliest", "0S")
                .withSetting(Member.ANALYST_QUEUE, "bovenstrooms.queue.complete-answer.latest", "20S")
                .withSetting(Member.ANALYST_QUEUE, "bovenstrooms.queue.complete-answer.look-every", "2S")
                .withSetting(Member.ANALYST_QUEUE, "bovenstrooms.queue.complete-answer.holds-cleared", "false");
        try (var suite = Suite.start(options, new Telling())) {
            var receipts = uploadWhileKilling(suite);
            say("all %d receipts are there", receipts.size());
            suite.awaitReady();
            var facts = new Facts(suite);
            awaitScored(facts, receipts);
            readEverything(suite);
            awaitAnswered(facts);

            assertThat(gaveUp).isEmpty();
            scansAreTheReceipts(facts, receipts);
            everyScanHasOneScoreAndEveryContainerOnePlace(facts, receipts);
            everyContainerIsAnsweredOnce(facts);
            theAuditIsIntact(suite);
            report(facts);
        }
    }

    private Map<String, String> uploadWhileKilling(Suite suite) throws InterruptedException, ExecutionException {
        var customs = new LocalCustoms(suite, Patience.LONG, Clock.systemUTC());
        var scans = scans();
        var receipts = new ConcurrentHashMap<String, String>();
        var over = new AtomicBoolean();
        var senders = Executors.newScheduledThreadPool(8);
        var others = Executors.newScheduledThreadPool(VICTIMS.size() + 1);
        try {
            var reading = others.submit(() -> readOn(suite, over));
            var uploads = new ArrayList<ScheduledFuture<?>>();
            for (var number = 0; number < UPLOADS; number++) {
                var scan = scans.get(number);
                uploads.add(senders.schedule(
                        () -> send(customs, scan, receipts), number * PACE.toMillis(), TimeUnit.MILLISECONDS));
            }
            var kills = new ArrayList<Future<?>>();
            for (var kill : plan()) {
                kills.add(others.schedule(
                        () -> kill(suite, kill.victim()), kill.at().toMillis(), TimeUnit.MILLISECONDS));
            }
            for (var upload : uploads) {
                upload.get();
            }
            for (var kill : kills) {
                kill.get();
            }
            over.set(true);
            say("the analyst decided %d cases meanwhile", reading.get());
            return new TreeMap<>(receipts);
        } finally {
            over.set(true);
            senders.shutdownNow();
            others.shutdownNow();
        }
    }

    /** Each victim as often as the others, in random order, each at a random moment of its share of the time. */
    private static List<Kill> plan() {
        var random = new Random(SEED);
        var victims = new ArrayList<Member>();
        for (var round = 0; round < KILLS_OF_EACH; round++) {
            victims.addAll(VICTIMS);
        }
        Collections.shuffle(victims, random);
        var share = PACE.multipliedBy(UPLOADS).dividedBy(victims.size()).toMillis();
        var kills = new ArrayList<Kill>();
        for (var index = 0; index < victims.size(); index++) {
            kills.add(new Kill(victims.get(index), Duration.ofMillis(index * share + random.nextInt((int) share))));
        }
        return kills;
    }

    /** Every tenth as a port would send it, of full size and any kind of wire; the others small, so that time goes into what is tested. */
    private static List<Passages.Sent> scans() {
        var simulated = SimulatedPassages.open(SEED, Instant.now());
        var drawn = new DrawnScans(SEED);
        var scans = new ArrayList<Passages.Sent>();
        for (var number = 0; number < UPLOADS; number++) {
            scans.add(
                    number % 10 == 3
                            ? simulated.passage(number)
                            : new Passages.Sent(CustomsSystem.BRAZIL, drawn.scan(number)));
        }
        return scans;
    }

    private static void send(LocalCustoms customs, Passages.Sent scan, Map<String, String> receipts) {
        try {
            var receipt = customs.of(scan.system()).send(scan.upload(), why -> {});
            receipts.put(receipt.scanId().toString(), receipt.contentDigest());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void kill(Suite suite, Member victim) {
        var process = suite.process(victim);
        say("kill -9 %s%s", victim.text(), process.isReady() ? "" : " (not ready at this moment)");
        process.kill();
    }

    private static int readOn(Suite suite, AtomicBoolean over) throws InterruptedException {
        var anna = new QueueClient(suite, DemoUser.ANNA);
        var decided = 0;
        while (!over.get()) {
            try {
                if (anna.readNext()) {
                    decided++;
                }
            } catch (IOException away) {
                // Killed, or its lease ended with it: the next claim tells.
            }
            Thread.sleep(700);
        }
        return decided;
    }

    private void readEverything(Suite suite) throws InterruptedException, IOException {
        var anna = new QueueClient(suite, DemoUser.ANNA);
        var decided = 0;
        while (anna.readNext()) {
            decided++;
        }
        say("the analyst decided the other %d cases", decided);
    }

    private static void awaitScored(Facts facts, Map<String, String> receipts)
            throws InterruptedException, SQLException {
        awaitEqual(
                "scored scans",
                receipts.size(),
                () -> facts.count(DatabaseName.QUEUE, "select count(*) from scored_scan"));
        awaitEqual(
                "scans to score again, and scores on their way",
                0,
                () -> facts.count(DatabaseName.SCORING, "select count(*) from rescoring")
                        + facts.count(DatabaseName.SCORING, "select count(*) from outbox")
                        + facts.count(DatabaseName.SCORING, "select count(*) from score")
                        - facts.count(
                                DatabaseName.QUEUE,
                                "select count(*) from processed_event where consumer = 'scan-scored'"));
    }

    private static void awaitAnswered(Facts facts) throws InterruptedException, SQLException {
        awaitEqual(
                "containers that the source has heard of",
                facts.count(DatabaseName.QUEUE, "select count(*) from assessment"),
                () -> facts.count(DatabaseName.INGEST, "select count(*) from outcome"));
        awaitEqual(
                "events in outboxes",
                0,
                () -> facts.count(DatabaseName.INGEST, "select count(*) from outbox")
                        + facts.count(DatabaseName.QUEUE, "select count(*) from outbox"));
    }

    @FunctionalInterface
    private interface Counting {
        long count() throws SQLException;
    }

    private static void awaitEqual(String what, long expected, Counting counting)
            throws InterruptedException, SQLException {
        var deadline = System.nanoTime() + SETTLING.toNanos();
        while (counting.count() != expected && System.nanoTime() < deadline) {
            Thread.sleep(300);
        }
        assertThat(counting.count()).as(what).isEqualTo(expected);
    }

    private static void scansAreTheReceipts(Facts facts, Map<String, String> receipts) throws SQLException {
        assertThat(receipts).hasSize(UPLOADS);
        assertThat(facts.map(DatabaseName.INGEST, "select scan_id, content_digest from scan"))
                .isEqualTo(receipts);
        assertThat(facts.list(DatabaseName.INGEST, "select id from outbox")).isEmpty();
        assertThat(facts.list(DatabaseName.SCORING, "select id from outbox")).isEmpty();
        assertThat(facts.list(DatabaseName.QUEUE, "select id from outbox")).isEmpty();
    }

    private static void everyScanHasOneScoreAndEveryContainerOnePlace(Facts facts, Map<String, String> receipts)
            throws SQLException {
        var scans = List.copyOf(receipts.keySet());
        assertThat(facts.list(DatabaseName.QUEUE, "select scan_id from scored_scan order by scan_id"))
                .containsExactlyInAnyOrderElementsOf(scans);
        assertThat(facts.list(DatabaseName.SCORING, "select scan_id from scan"))
                .containsExactlyInAnyOrderElementsOf(scans);
        // A second scan of the same container, or another one of its lot, has a scan scored again; each of these scores
        // counts once.
        assertThat(facts.list(
                        DatabaseName.QUEUE,
                        "select substr(subject, 6) from audit_entry where action = 'SCAN_ASSESSED'"))
                .containsExactlyInAnyOrderElementsOf(facts.list(DatabaseName.SCORING, "select scan_id from score"));
        assertThat(facts.map(DatabaseName.QUEUE, "select scan_id, score_version from scored_scan"))
                .isEqualTo(facts.map(DatabaseName.SCORING, "select scan_id, count(*) from score group by scan_id"));
        assertThat(facts.list(DatabaseName.QUEUE, """
                        select s.scan_id from scored_scan s
                        where s.containers <> (select count(*) from assessment a where a.scan_id = s.scan_id)"""))
                .as("scans whose containers are not all assessed")
                .isEmpty();
        assertThat(facts.list(DatabaseName.QUEUE, """
                        select a.case_id from assessment a left join review_case c using (case_id)
                        where (a.route = 'NOT_READ') <> (c.case_id is null)"""))
                .as("containers with both or neither of a case and a record that nobody reads it")
                .isEmpty();
        assertThat(facts.count(DatabaseName.QUEUE, "select count(*) from review_case"))
                .isEqualTo(
                        facts.count(DatabaseName.QUEUE, "select count(*) from assessment where route <> 'NOT_READ'"));
    }

    /** Read or not: the source hears of every container, once. */
    private static void everyContainerIsAnsweredOnce(Facts facts) throws SQLException {
        assertThat(facts.list(DatabaseName.QUEUE, "select case_id from review_case where state <> 'DECIDED'"))
                .as("cases that are not decided")
                .isEmpty();
        var answers = facts.map(DatabaseName.QUEUE, """
                select a.case_id, coalesce(c.decision, 'NO_FINDING')
                from assessment a left join review_case c using (case_id)""");
        assertThat(facts.map(DatabaseName.INGEST, "select case_id, decision from outcome"))
                .isEqualTo(answers);
    }

    private static void theAuditIsIntact(Suite suite) throws IOException, InterruptedException {
        var verification = new QueueClient(suite, DemoUser.OTTO).get("/api/v1/audit/verification");
        assertThat(verification.path("intact").asBoolean())
                .as(verification.toString())
                .isTrue();
        assertThat(verification.path("entries").asLong()).isGreaterThan(UPLOADS);
    }

    private void report(Facts facts) throws SQLException {
        say(
                "%d scans, %s, %d decided, %d audit entries; nothing lost, nothing twice",
                UPLOADS,
                facts.map(DatabaseName.QUEUE, "select route, count(*) from assessment group by route"),
                facts.count(DatabaseName.INGEST, "select count(*) from outcome"),
                facts.count(DatabaseName.QUEUE, "select count(*) from audit_entry"));
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private void say(String text, Object... values) {
        System.out.printf("%6.1f s  %s%n", (System.nanoTime() - begin) / 1e9, text.formatted(values));
    }

    private final class Telling implements SuiteListener {
        @Override
        public void ready(Member member, Duration took) {
            say("%s is ready after %.1f s", member.text(), took.toMillis() / 1e3);
        }

        @Override
        public void gaveUp(Member member, CannotStart why) {
            gaveUp.add(member + ": " + why.getMessage());
            say("%s is given up: %s", member.text(), why.getMessage());
        }
    }
}
