package nl.bovenstrooms.scoring.feedback;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import nl.bovenstrooms.scoring.rules.ActiveRuleBook;
import nl.bovenstrooms.scoring.scan.Day;
import nl.bovenstrooms.scoring.scan.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/**
 * What rules and models are worth, by what was decided and found. Who reads cases does not see it: a rule that is known to be mostly
 * wrong would be passed over where it is right. Who asked is in the log.
 */
@Path("/api/v1/feedback")
@RolesAllowed({Role.TEAM_LEAD, Role.AUDITOR})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feedback")
public class FeedbackResource {

    private static final Logger LOG = Logger.getLogger(FeedbackResource.class);

    private final Outcomes outcomes;
    private final ActiveRuleBook rules;
    private final SecurityIdentity identity;

    @Inject
    FeedbackResource(Outcomes outcomes, ActiveRuleBook rules, SecurityIdentity identity) {
        this.outcomes = outcomes;
        this.rules = rules;
        this.identity = identity;
    }

    @GET
    @Operation(
            summary = "What outcomes say of rules and models",
            description =
                    "Lays each decision and each result of a check beside the score that the container had when it was told, and"
                            + " counts by rule and by version of the image model. No score depends on it.")
    @APIResponse(responseCode = "200", description = "The figures")
    @APIResponse(responseCode = "400", description = "The day can't be read (malformed-request)")
    public FeedbackRepresentation feedback(
            @Parameter(
                            description = "First day, in UTC, whose scores count.",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @QueryParam("since")
                    @NotNull
                    Day since) {
        LOG.infof("%s asks what outcomes say since %s", identity.getPrincipal().getName(), since.date());
        return FeedbackRepresentation.from(Feedback.since(since.begin(), outcomes, rules.get()));
    }
}
