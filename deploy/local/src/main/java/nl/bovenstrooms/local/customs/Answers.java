package nl.bovenstrooms.local.customs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;

/** Reads what a server said; something else than JSON, such as a proxy's page, is as good as nothing. */
final class Answers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    static JsonNode json(HttpResponse<String> answer) {
        try {
            var json = JSON.readTree(answer.body());
            return json == null ? MissingNode.getInstance() : json;
        } catch (JsonProcessingException somethingElse) {
            return MissingNode.getInstance();
        }
    }
}
