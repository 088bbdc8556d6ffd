package nl.bovenstrooms.problems;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;

/** Problems of ours: their type is a URN, so that a program on the other side can tell them apart. */
public final class Problem {

    /** What every type begins with; the name of the problem follows. */
    public static final String PREFIX = "urn:bovenstrooms:problem:";

    private Problem() {}

    /**
     * @param name in lower case with dashes, for example {@code lease-lost}
     * @param title for people, the same for every problem of this name
     * @param status of HTTP, 400 to 599
     */
    public static HttpProblem.Builder of(String name, String title, int status) {
        return HttpProblem.builder()
                .withType(URI.create(PREFIX + name))
                .withTitle(title)
                .withStatus(status);
    }
}
