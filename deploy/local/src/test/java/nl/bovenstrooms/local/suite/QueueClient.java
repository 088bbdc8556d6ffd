package nl.bovenstrooms.local.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import nl.bovenstrooms.embedded.DemoUser;
import nl.bovenstrooms.local.Suite;

/** A person at the queue, without a browser. */
final class QueueClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Suite suite;
    private final String token;

    QueueClient(Suite suite, DemoUser person) {
        this.suite = suite;
        this.token = suite.tokens().forPerson(person);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(successful(request(path, "").GET().build()).body());
    }

    JsonNode put(String path, String body) throws IOException, InterruptedException {
        return JSON.readTree(successful(request(path, "")
                        .PUT(HttpRequest.BodyPublishers.ofString(body))
                        .build())
                .body());
    }

    /**
     * Claims the next case, looks at its picture and finds nothing.
     *
     * @return whether there was a case
     * @throws IOException if the queue is away, or what was held is no longer; trying again is right
     */
    boolean readNext() throws IOException, InterruptedException {
        var claim = JSON.readTree(successful(request("/api/v1/claims", "")
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build())
                        .body())
                .path("claim");
        if (claim.isMissingNode() || claim.isNull()) {
            return false;
        }
        var lease = claim.path("token").asText();
        var path = "/api/v1/cases/" + claim.at("/case/caseId").asText();
        var image = claim.at("/case/image");
        successful(request(
                        path + "/images/" + image.path("imageId").asText() + "/"
                                + image.at("/channels/0/energy").asText(),
                        lease)
                .GET()
                .build());
        var nothingFound = JSON.createObjectNode()
                .put("version", claim.at("/case/version").asText())
                .put("decision", "NO_FINDING");
        successful(request(path + "/decision", lease)
                .POST(HttpRequest.BodyPublishers.ofString(nothingFound.toString()))
                .build());
        return true;
    }

    private HttpRequest.Builder request(String path, String lease) {
        var request = HttpRequest.newBuilder(suite.queue().resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("X-Requested-With", "bovenstrooms");
        return lease.isEmpty() ? request : request.header("Lease-Token", lease);
    }

    private HttpResponse<String> successful(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(request.method() + " " + request.uri().getPath() + " is answered "
                    + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }
}
