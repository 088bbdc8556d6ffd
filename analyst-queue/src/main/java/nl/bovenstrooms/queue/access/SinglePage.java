package nl.bovenstrooms.queue.access;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Every address that is a page of the screen gives the one page there is, so that a link into the middle of it works. */
@ApplicationScoped
class SinglePage {

    /** After the files, before the resources. */
    private static final int LATE = 9_000;

    private static final List<String> NOT_PAGES = List.of("/api", "/q", "/openapi", "/sign-in", "/sign-out", "/assets");

    void register(@Observes Router router) {
        router.route().order(LATE).method(HttpMethod.GET).handler(SinglePage::page);
    }

    private static void page(RoutingContext request) {
        var path = request.normalizedPath();
        if (isPage(path)) {
            request.reroute("/index.html");
            return;
        }
        request.next();
    }

    static boolean isPage(String path) {
        if (path.equals("/index.html") || path.substring(path.lastIndexOf('/')).contains(".")) {
            return false;
        }
        return NOT_PAGES.stream().noneMatch(other -> path.equals(other) || path.startsWith(other + "/"));
    }
}
