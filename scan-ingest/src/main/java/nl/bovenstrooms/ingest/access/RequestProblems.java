package nl.bovenstrooms.ingest.access;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells what is wrong with a request before any of our own code has seen it. */
public class RequestProblems {

    /** Before the ones of the problem library, whose answer to a missing token does not fit this version of the framework. */
    private static final int FIRST = 1;

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
        return problem("malformed-request", "The message is not complete", 400)
                .withDetail("it ends before its last part does; send it again")
                .withInstance(URI.create(request.normalizedPath()))
                .build()
                .toResponse();
    }

    private static Uni<Response> notSignedIn(RoutingContext request, String detail) {
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        return authenticator
                .getChallenge(request)
                .map(ChallengeData::getHeaders)
                .map(challenge -> {
                    var problem = problem("not-signed-in", "You are not signed in", 401)
                            .withDetail(detail)
                            .withInstance(URI.create(request.normalizedPath()));
                    challenge.forEach((name, value) -> problem.withHeader(name.toString(), value));
                    return problem.build().toResponse();
                });
    }

    private static HttpProblem.Builder problem(String kind, String title, int status) {
        return HttpProblem.builder()
                .withType(URI.create(ProblemTypes.PREFIX + kind))
                .withTitle(title)
                .withStatus(status);
    }
}
