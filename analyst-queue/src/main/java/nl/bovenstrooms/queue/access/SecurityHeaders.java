package nl.bovenstrooms.queue.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/** What the browser may do with our pages, and what it may keep of our answers. */
@ApplicationScoped
class SecurityHeaders {

    /** Before anything that can answer. */
    private static final int EARLY = 1000;

    private static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy",
            "default-src 'self'; img-src 'self' blob: data:; worker-src 'self' blob:; object-src 'none'; "
                    + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()");

    void register(@Observes Filters filters) {
        filters.register(SecurityHeaders::add, EARLY);
    }

    private static void add(RoutingContext request) {
        var headers = request.response().headers();
        ALWAYS.forEach(headers::set);
        request.addHeadersEndHandler(sent -> headers.set("Cache-Control", caching(request)));
        request.next();
    }

    /** Files under /assets carry a digest in their names; data is never kept; the page itself is asked for each time. */
    private static String caching(RoutingContext request) {
        var path = request.normalizedPath();
        var found = request.response().getStatusCode() == 200;
        if (found && path.startsWith("/assets/")) {
            return "public, max-age=31536000, immutable";
        }
        return path.startsWith("/api/") ? "private, no-store" : "no-cache";
    }
}
