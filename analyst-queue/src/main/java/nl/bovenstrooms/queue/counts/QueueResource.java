package nl.bovenstrooms.queue.counts;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import nl.bovenstrooms.queue.access.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How much waits: numbers only, no lists. */
@Path("/api/v1/queue")
@RolesAllowed({Role.ANALYST, Role.SENIOR, Role.TEAM_LEAD, Role.AUDITOR})
@Tag(name = "Queue")
public class QueueResource {

    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    /** The browser then asks again, and is asked again who it is. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final CountingCases countingCases;
    private final CountsFeed feed;

    @Inject
    QueueResource(CountingCases countingCases, CountsFeed feed) {
        this.countingCases = countingCases;
        this.feed = feed;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "How much waits")
    public Counts counts() {
        return countingCases.count();
    }

    @GET
    @Path("/changes")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @Operation(
            summary = "How much waits, as it changes",
            description = "Server-sent events: the first at once, a comment every 15 seconds; ends after ten minutes.")
    @APIResponse(
            responseCode = "200",
            description = "The data of each event",
            content =
                    @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = Counts.class)))
    public Multi<OutboundSseEvent> changes(@Context Sse sse) {
        var first = Multi.createFrom().item(countingCases.count());
        var counts = Multi.createBy()
                .concatenating()
                .streams(first, feed.changes())
                .map(found -> sse.newEventBuilder()
                        .mediaType(MediaType.APPLICATION_JSON_TYPE)
                        .data(Counts.class, found)
                        .build());
        var alive = Multi.createFrom()
                .ticks()
                .startingAfter(SIGN_OF_LIFE)
                .every(SIGN_OF_LIFE)
                .onOverflow()
                .drop()
                .map(tick -> sse.newEventBuilder().comment("alive").build());
        return Multi.createBy().merging().streams(counts, alive).select().first(LONGEST);
    }
}
