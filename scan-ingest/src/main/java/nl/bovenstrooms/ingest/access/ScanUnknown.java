package nl.bovenstrooms.ingest.access;

import io.quarkiverse.resteasy.problem.HttpProblem;
import nl.bovenstrooms.problems.Problem;

/** The answer to a question about a scan that does not exist, or is another tenant's: nobody can tell which. */
public final class ScanUnknown {

    private ScanUnknown() {}

    public static HttpProblem problem() {
        return Problem.of("scan-unknown", "You have sent no such scan", 404).build();
    }
}
