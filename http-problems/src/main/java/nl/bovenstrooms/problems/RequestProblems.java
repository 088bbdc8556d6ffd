package nl.bovenstrooms.problems;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells what is wrong with a request before any code of a service has seen it. */
public class RequestProblems {

    /** Before the ones of the problem library, whose answer to a missing token does not fit this version of the framework. */
    private static final int FIRST = 1;

    private static final int UNAUTHORIZED = 401;

    @ServerExceptionMapper(priority = FIRST)
    Uni<Response> withoutToken(UnauthorizedException e, RoutingContext request) {
        return notSignedIn(request, "send a token of the sign-in service: Authorization: Bearer ...");
    }

    @ServerExceptionMapper(priority = FIRST)
    Uni<Response> withUselessToken(AuthenticationFailedException e, RoutingContext request) {
        return notSignedIn(request, "the token is expired, meant for another service, or not ours; get a new one");
    }

    /** What we read and write ourselves never comes out as this: it is the sender's connection that ended, or its message. */
    @ServerExceptionMapper(priority = FIRST)
    Response cutOff(IOException e, RoutingContext request) {
        return Problem.of("malformed-request", "The message is not complete", 400)
                .withDetail("it ends before its last part does; send it again")
                .withInstance(URI.create(request.normalizedPath()))
                .build()
                .toResponse();
    }

    private static Uni<Response> notSignedIn(RoutingContext request, String detail) {
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        return authenticator.getChallenge(request).map(challenge -> {
            var problem = Problem.of("not-signed-in", "You are not signed in", UNAUTHORIZED)
                    .withDetail(detail)
                    .withInstance(URI.create(request.normalizedPath()));
            headers(challenge).forEach((name, value) -> problem.withHeader(name.toString(), value));
            return problem.build().toResponse();
        });
    }

    /** A challenge of another kind sends a browser to the sign-in page: nothing for a program. */
    private static Map<CharSequence, String> headers(ChallengeData challenge) {
        return challenge.status == UNAUTHORIZED ? challenge.getHeaders() : Map.of();
    }
}
