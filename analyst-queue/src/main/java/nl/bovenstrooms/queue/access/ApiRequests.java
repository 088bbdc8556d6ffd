package nl.bovenstrooms.queue.access;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.JavaScriptRequestChecker;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** A program that asks without being signed in gets a refusal, and no redirection to a page that it can't show. */
@ApplicationScoped
@Unremovable
class ApiRequests implements JavaScriptRequestChecker {

    @Override
    public boolean isJavaScriptRequest(RoutingContext request) {
        return request.normalizedPath().startsWith("/api/");
    }
}
