package nl.bovenstrooms.local.suite;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import nl.bovenstrooms.embedded.CustomsSystem;
import nl.bovenstrooms.embedded.DatabaseName;
import nl.bovenstrooms.embedded.DemoUser;
import nl.bovenstrooms.local.Member;
import nl.bovenstrooms.local.Suite;
import nl.bovenstrooms.local.SuiteOptions;
import nl.bovenstrooms.local.SuitePorts;
import nl.bovenstrooms.local.customs.LocalCustoms;
import nl.bovenstrooms.local.customs.Patience;
import nl.bovenstrooms.local.demo.SimulatedPassages;
import nl.bovenstrooms.local.demo.UploadingDemo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole job: scans go in over HTTP, are scored, an analyst reads them in a browser, and the source hears the decisions. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class WholeSuiteIT {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final int SCANS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);
    private static final Set<String> GRAVE = Set.of("serious", "critical");
    private static final String NOTE = "A dense block between the cartons, near the doors.";

    private static Suite suite;
    private static LocalCustoms customs;
    private static final Map<String, CustomsSystem> senders = new HashMap<>();
    private static final List<String> grave = new ArrayList<>();

    @BeforeAll
    static void startAndUpload() throws InterruptedException, IOException {
        suite = Suite.start(SuiteOptions.in(Folders.empty("whole-suite"))
                .withPorts(SuitePorts.free())
                // Every container is read, so that it does not depend on the model whether there is something to see.
                .withSetting(Member.ANALYST_QUEUE, "bovenstrooms.queue.random-share", "1")
                // The source hears at once.
                .withSetting(Member.ANALYST_QUEUE, "bovenstrooms.queue.complete-answer.holds-cleared", "false"));
        customs = new LocalCustoms(suite, Patience.LONG, Clock.systemUTC());
        // The opening of the demo: two containers in one picture, something hidden, and a container scanned again on
        // arrival.
        var passages = SimulatedPassages.open(UploadingDemo.USUAL_SEED, Instant.now());
        for (var number = 0; number < SCANS; number++) {
            var passage = passages.passage(number);
            customs.of(passage.system()).send(passage.upload(), why -> {});
            senders.put(passage.upload().scanId().toString(), passage.system());
        }
        var facts = new Facts(suite);
        await("the scores", () -> facts.count(DatabaseName.QUEUE, "select count(*) from scored_scan") == SCANS);
        var waiting =
                new QueueClient(suite, DemoUser.TESSA).get("/api/v1/queue").path("waiting");
        assertThat(waiting.asInt()).isGreaterThan(SCANS);
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @Test
    void aDecisionTakenInTheBrowserReachesTheSource() throws IOException, InterruptedException, SQLException {
        try (var chromium = Chromium.startOrSkip();
                var context = context(chromium, "en-GB")) {
            var page = context.newPage();
            page.navigate(suite.queue().toString());
            signIn(page);
            page.getByTestId("language-en").click();
            shots(page, "start");

            page.getByTestId("next-case").click();
            var first = awaitCase(page);
            shots(page, "case");
            page.keyboard().press("h");
            assertThat(page.getByTestId("heat")).isVisible(SOON);
            shots(page, "case-revealed");
            // Possible wherever the container is: which case comes first depends on what the model makes of them.
            decide(page, "ESCALATE", NOTE);
            page.getByTestId("confirm").click();

            var second = awaitCaseAfter(page, first);
            decide(page, "NO_FINDING", "");
            awaitCaseAfter(page, second);

            assertThat(outcomeOf(first).path("decision").asText()).isEqualTo("ESCALATE");
            assertThat(outcomeOf(second).path("decision").asText()).isEqualTo("NO_FINDING");
            assertThat(outcomeOf(first).toString()).doesNotContain(NOTE);
            var facts = new Facts(suite);
            await(
                    "scoring to hear what was read",
                    () -> facts.count(DatabaseName.SCORING, "select count(*) from outcome where kind = 'DECISION'")
                            == 2);
        }
        assertThat(grave).isEmpty();
    }

    @Test
    void whatACheckFoundReachesScoring() throws IOException, InterruptedException, SQLException {
        var facts = new Facts(suite);
        var caseId = facts.list(DatabaseName.QUEUE, "select case_id from assessment order by case_id")
                .get(0);

        new QueueClient(suite, DemoUser.TESSA).put("/api/v1/cases/" + caseId + "/inspection", """
                        {"outcome": "OTHER_IRREGULARITY", "inspectedAt": "%s"}""".formatted(
                        Instant.now().minusSeconds(1)));

        await(
                "the result of the check",
                () -> facts.count(
                                DatabaseName.SCORING,
                                "select count(*) from outcome where said = 'OTHER_IRREGULARITY' and case_id = '%s'"
                                        .formatted(caseId))
                        == 1);
    }

    @Test
    void theAuditorVerifiesTheChainInTheBrowser() throws InterruptedException {
        try (var chromium = Chromium.startOrSkip();
                var context = context(chromium, "nl-NL")) {
            var page = context.newPage();
            page.navigate(suite.queue().toString());
            signIn(page, DemoUser.OTTO);
            page.navigate(suite.queue().resolve("/audit").toString());
            page.getByTestId("verify-audit").click();
            assertThat(page.getByTestId("audit-verdict")).isVisible(SOON);
            shots(page, "audit");
        }
        assertThat(grave).isEmpty();
    }

    private static BrowserContext context(Chromium chromium, String locale) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale(locale)
                        .setTimezoneId("Europe/Amsterdam")
                        .setViewportSize(1440, 900));
    }

    private static void signIn(Page page) {
        signIn(page, DemoUser.ANNA);
    }

    /** Who is not signed in is sent to the sign-in page by the UI. */
    private static void signIn(Page page, DemoUser person) {
        var button = page.locator("[data-user=" + person.userName() + "]");
        assertThat(button).isVisible(SOON);
        shot(page, "sign-in");
        button.click();
        assertThat(page.getByTestId("user-name"))
                .containsText(person.fullName(), new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
    }

    /** A case on the screen. */
    private record OnScreen(String reference, String container) {}

    private static OnScreen awaitCase(Page page) {
        assertThat(page.getByTestId("viewer"))
                .hasAttribute("data-ready", "true", new LocatorAssertions.HasAttributeOptions().setTimeout(60_000));
        return new OnScreen(
                page.getByTestId("reference").textContent().replaceAll("^\\S+ ", ""),
                page.getByTestId("container-number").textContent());
    }

    /** The next case comes by itself. */
    private static OnScreen awaitCaseAfter(Page page, OnScreen before) {
        assertThat(page.getByTestId("reference"))
                .not()
                .containsText(before.reference(), new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        return awaitCase(page);
    }

    private static void decide(Page page, String decision, String note) {
        page.getByTestId("decision-" + decision).click();
        if (!note.isEmpty()) {
            page.getByTestId("note").fill(note);
        }
        var record = page.getByTestId("decide");
        assertThat(record).isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(30_000));
        record.click();
    }

    /** Its own source hears it, once, and no other does. */
    private static JsonNode outcomeOf(OnScreen read) throws InterruptedException, IOException, SQLException {
        var scan = new Facts(suite)
                .list(
                        DatabaseName.QUEUE,
                        "select scan_id from review_case where reference = '%s'".formatted(read.reference()))
                .get(0);
        var found = new ArrayList<JsonNode>();
        await("the outcome of " + read, () -> {
            found.clear();
            for (var system : CustomsSystem.values()) {
                for (var outcome : customs.of(system).outcomes("0").path("outcomes")) {
                    assertThat(senders.get(outcome.path("scanId").asText())).isEqualTo(system);
                    if (outcome.path("scanId").asText().equals(scan)
                            && outcome.path("containerNumber").asText().equals(read.container())) {
                        found.add(outcome);
                    }
                }
            }
            return !found.isEmpty();
        });
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    /** In both languages, light and dark, wide and narrow; what axe finds grave is kept for the end. */
    private static void shots(Page page, String name) {
        for (var language : List.of("nl", "en")) {
            page.getByTestId("language-" + language).click();
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                var look = name + "-" + language + "-" + scheme.name().toLowerCase(Locale.ROOT);
                page.setViewportSize(900, 1000);
                shot(page, look + "-narrow");
                page.setViewportSize(1440, 900);
                shot(page, look + "-wide");
                check(page, look);
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private static void shot(Page page, String name) {
        // The picture is drawn by the next frames after a change of size.
        page.waitForTimeout(300);
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    private static void check(Page page, String look) {
        for (var violation : new AxeBuilder(page).analyze().getViolations()) {
            if (GRAVE.contains(violation.getImpact())) {
                grave.add("%s: %s %s %s".formatted(look, violation.getId(), violation.getHelp(), violation.getNodes()));
            }
        }
    }

    @FunctionalInterface
    private interface Question {
        boolean isTrue() throws IOException, InterruptedException, SQLException;
    }

    private static void await(String what, Question question) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isTrue(question)) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            Thread.sleep(300);
        }
    }

    private static boolean isTrue(Question question) throws IOException, InterruptedException {
        try {
            return question.isTrue();
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }
}
