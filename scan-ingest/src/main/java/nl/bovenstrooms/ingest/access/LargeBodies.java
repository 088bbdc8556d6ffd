package nl.bovenstrooms.ingest.access;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import nl.bovenstrooms.problems.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a body that is announced as too large before a byte of it is read, with a problem: the server alone says nothing. */
@ApplicationScoped
public class LargeBodies {

    /** Before the server's own look at the length. */
    private static final int EARLY = 100;

    private final long most;

    @Inject
    LargeBodies(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most) {
        this.most = most.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::refuse, EARLY);
    }

    private void refuse(RoutingContext request) {
        if (announced(request) <= most) {
            request.next();
            return;
        }
        var problem = new JsonObject()
                .put("type", Problem.PREFIX + "too-large")
                .put("title", "The upload is too large")
                .put("status", 413)
                .put("detail", "at most %d bytes".formatted(most))
                .put("instance", request.normalizedPath());
        request.response()
                .setStatusCode(413)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Connection", "close")
                .endHandler(sent -> request.request().connection().close())
                .end(problem.encode());
    }

    private static long announced(RoutingContext request) {
        var length = request.request().getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
