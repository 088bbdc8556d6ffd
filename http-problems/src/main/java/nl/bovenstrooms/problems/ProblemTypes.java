package nl.bovenstrooms.problems;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;

/** Gives a type to the problems that the framework makes, so that a program on the other side can tell all of them apart. */
@ApplicationScoped
public class ProblemTypes implements ProblemPostProcessor {

    private static final Map<Integer, String> NAMES = Map.of(
            400, "malformed-request",
            401, "not-signed-in",
            403, "not-allowed",
            404, "nothing-here",
            405, "method-not-allowed",
            406, "not-acceptable",
            413, "too-large",
            415, "media-type-not-taken");

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getType() != null) {
            return problem;
        }
        var name = NAMES.get(problem.getStatusCode());
        if (name == null) {
            name = problem.getStatusCode() < 500 ? "malformed-request" : "our-fault";
        }
        return HttpProblem.builder(problem)
                .withType(URI.create(Problem.PREFIX + name))
                .build();
    }
}
