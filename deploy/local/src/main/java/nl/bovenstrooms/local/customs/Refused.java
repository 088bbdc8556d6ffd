package nl.bovenstrooms.local.customs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The other side says no, and sending the same again would not help. Its problem (RFC 9457) says why. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient JsonNode problem;

    Refused(int status, JsonNode problem) {
        super("%d %s: %s"
                .formatted(
                        status,
                        problem.path("title").asText("refused"),
                        problem.path("detail").asText("")));
        this.status = status;
        this.problem = problem;
    }

    public int status() {
        return status;
    }

    public String title() {
        return problem.path("title").asText("Refused, without a reason");
    }

    public String detail() {
        return problem.path("detail").asText("");
    }

    /** Where it is: a JSON pointer into the manifest, or the name of a part. */
    public Optional<String> field() {
        var field = problem.path("field").asText("");
        return field.isEmpty() ? Optional.empty() : Optional.of(field);
    }
}
