package nl.bovenstrooms.ingest.access;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;

/** The answer to a question about a scan that does not exist, or is another tenant's: nobody can tell which. */
public final class ScanUnknown {

    private ScanUnknown() {}

    public static HttpProblem problem() {
        return HttpProblem.builder()
                .withType(URI.create(ProblemTypes.PREFIX + "scan-unknown"))
                .withTitle("You have sent no such scan")
                .withStatus(404)
                .build();
    }
}
