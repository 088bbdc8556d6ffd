package nl.bovenstrooms.queue.access;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import nl.bovenstrooms.problems.Problem;

/**
 * Refuses changes that another site's page makes a browser send. Such a page can send our session cookie along, but not a header of
 * its own: the browser would have to ask us first, and we say no.
 */
@Provider
@PreMatching
public class OurPagesOnly implements ContainerRequestFilter {

    private static final String HEADER = "X-Requested-With";
    private static final String VALUE = "bovenstrooms";
    private static final String SESSION_COOKIE = "q_session";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public void filter(ContainerRequestContext request) {
        if (READING.contains(request.getMethod()) || VALUE.equals(request.getHeaderString(HEADER))) {
            return;
        }
        var withSession = request.getCookies().keySet().stream().anyMatch(name -> name.startsWith(SESSION_COOKIE));
        if (withSession) {
            request.abortWith(Problem.of("not-from-our-page", "This does not come from a page of ours", 403)
                    .withDetail("send the header " + HEADER + ": " + VALUE)
                    .build()
                    .toResponse());
        }
    }
}
