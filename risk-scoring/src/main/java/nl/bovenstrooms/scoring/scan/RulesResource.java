package nl.bovenstrooms.scoring.scan;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.bovenstrooms.problems.Problem;
import nl.bovenstrooms.scoring.rules.DryRun;
import nl.bovenstrooms.scoring.rules.RuleBook;
import nl.bovenstrooms.scoring.rules.RuleBookReader;
import nl.bovenstrooms.scoring.rules.RuleBookRefused;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/**
 * Tries a rule book out that somebody sends. It changes nothing: a book is put in force by files, which takes two persons. Whatever
 * the text says, it is read within the limits of every book, and one at a time, so that scoring goes on.
 */
@Path("/api/v1/rules")
@RolesAllowed({Role.TEAM_LEAD, Role.AUDITOR})
@Consumes({RulesResource.YAML, MediaType.TEXT_PLAIN})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rules")
public class RulesResource {

    static final String YAML = "application/yaml";

    private static final Logger LOG = Logger.getLogger(RulesResource.class);

    /** From this probability on a container is a case, unless it is told otherwise. */
    static final String THRESHOLD = "0.010";

    private final TryingRuleBook trying;
    private final SecurityIdentity identity;
    private final Semaphore oneAtATime = new Semaphore(1);

    @Inject
    RulesResource(TryingRuleBook trying, SecurityIdentity identity) {
        this.trying = trying;
        this.identity = identity;
    }

    @Schema(name = "CheckedRuleBook")
    record Checked(
            @Schema(description = "With twelve digits of the digest of the text.")
            String version,

            int rules,
            @Schema(description = "Rules in each group.") Map<String, Long> groups) {

        static Checked from(RuleBook book) {
            return new Checked(
                    book.version(),
                    book.rules().size(),
                    book.rules().stream()
                            .collect(Collectors.groupingBy(
                                    rule -> rule.group().name(), TreeMap::new, Collectors.counting())));
        }
    }

    @Schema(name = "TestedRuleBook")
    record Tested(
            String version,
            int containers,

            @Schema(description = "How often each rule applies.")
            Map<String, Integer> hits) {}

    @Schema(name = "DryRunOfRuleBook")
    record Difference(
            String version,
            int containers,
            int casesBefore,
            int casesAfter,

            @Schema(description = "Share of the containers that somebody has to read, 0 to 1.")
            double workloadBefore,

            double workloadAfter,

            @Schema(description = "Containers that become a case, by the reference that the queue shows.")
            List<String> gained,

            @Schema(description = "Containers that no longer do.")
            List<String> lost,

            Map<String, Integer> hitsBefore,
            Map<String, Integer> hitsAfter) {

        static Difference from(RuleBook book, DryRun dryRun) {
            return new Difference(
                    book.version(),
                    dryRun.containers(),
                    dryRun.casesBefore(),
                    dryRun.casesAfter(),
                    dryRun.workloadBefore(),
                    dryRun.workloadAfter(),
                    dryRun.gained(),
                    dryRun.lost(),
                    dryRun.hitsBefore(),
                    dryRun.hitsAfter());
        }
    }

    @POST
    @Path("/check")
    @Operation(summary = "Whether a rule book is right", description = "Reads it and runs the examples of every rule.")
    @APIResponse(responseCode = "200", description = "It is right")
    @APIResponse(
            responseCode = "422",
            description = "It has a mistake, which the detail names with rule, line and reason (rule-book-refused)")
    @APIResponse(responseCode = "503", description = "Another book is being tried (one-at-a-time)")
    public Checked check(@NotNull byte[] book) {
        return alone("checks", () -> Checked.from(read(book)));
    }

    @POST
    @Path("/test")
    @Operation(
            summary = "How often each rule of a book applies",
            description = "To the containers that were scored since a day, as they were known then.")
    @APIResponse(responseCode = "200", description = "How often each of them applies")
    @APIResponse(responseCode = "400", description = "The day can't be read (malformed-request)")
    @APIResponse(responseCode = "422", description = "As with check")
    @APIResponse(responseCode = "503", description = "As with check")
    public Tested test(
            @NotNull byte[] book,
            @Parameter(description = "First day, in UTC.", schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @QueryParam("since")
                    @NotNull
                    Day since) {
        return alone("tests", () -> {
            var read = read(book);
            var dryRun = dryRun(read, since, Double.parseDouble(THRESHOLD));
            return new Tested(read.version(), dryRun.containers(), dryRun.hitsAfter());
        });
    }

    @POST
    @Path("/dry-run")
    @Operation(
            summary = "What a rule book would change",
            description =
                    "Judges the containers that were scored since a day again, by the book in force and by this one, and tells"
                            + " which cases would be gained and lost. Everything but the book is as it was.")
    @APIResponse(responseCode = "200", description = "What would be another case")
    @APIResponse(responseCode = "400", description = "The day or the threshold can't be read (malformed-request)")
    @APIResponse(responseCode = "422", description = "As with check")
    @APIResponse(responseCode = "503", description = "As with check")
    public Difference dryRun(
            @NotNull byte[] book,
            @Parameter(description = "First day, in UTC.", schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @QueryParam("since")
                    @NotNull
                    Day since,
            @Parameter(description = "Probability from which a container is a case.")
                    @QueryParam("threshold")
                    @DefaultValue(THRESHOLD)
                    @DecimalMin("0")
                    @DecimalMax("1")
                    double threshold) {
        return alone("tries", () -> {
            var read = read(book);
            return Difference.from(read, dryRun(read, since, threshold));
        });
    }

    private DryRun dryRun(RuleBook book, Day since, double threshold) {
        return trying.dryRun(book, since.begin(), threshold);
    }

    private static RuleBook read(byte[] book) {
        try {
            return RuleBookReader.read(book);
        } catch (RuleBookRefused e) {
            throw Problem.of("rule-book-refused", "The rule book can't be used", 422)
                    .withDetail(String.valueOf(e.getMessage()))
                    .build();
        }
    }

    private <T> T alone(String does, Supplier<T> work) {
        if (!oneAtATime.tryAcquire()) {
            throw Problem.of("one-at-a-time", "Another rule book is being tried", 503)
                    .withDetail("try again in a minute")
                    .withHeader("Retry-After", "60")
                    .build();
        }
        try {
            LOG.infof("%s %s a rule book", identity.getPrincipal().getName(), does);
            return work.get();
        } finally {
            oneAtATime.release();
        }
    }
}
