package nl.bovenstrooms.local.customs;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A customs system that behaves: it keeps sending the same scan under the same id until it has a receipt, checks the receipt, and
 * reads outcomes by cursor. Thread-safe.
 */
public final class CustomsClient {
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final int TOO_MANY = 429;
    private static final int NOT_SIGNED_IN = 401;

    private final HttpClient http;
    private final URI ingest;
    private final TokenSource tokens;
    private final Patience patience;

    /** @param ingest base address, such as http://localhost:8081 */
    public CustomsClient(HttpClient http, URI ingest, TokenSource tokens, Patience patience) {
        this.http = http;
        this.ingest = ingest;
        this.tokens = tokens;
        this.patience = patience;
    }

    /** The other side stayed away longer than our patience. */
    public static final class Away extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Away(String message, IOException cause) {
            super(message, cause);
        }
    }

    /**
     * Sends a scan until there is a receipt.
     *
     * @param onRetry hears why an attempt failed, before the pause
     * @throws Refused if the scan is not taken
     * @throws Away if nobody answers in time
     * @throws Receipt.NotWhatWasSent if the receipt is for something else
     */
    public Receipt send(Upload upload, Consumer<String> onRetry) throws InterruptedException {
        var body = upload.body();
        var answer = persistently(
                () -> HttpRequest.newBuilder(at("/v1/scans/" + upload.scanId()))
                        .header("Content-Type", Upload.contentType())
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(body)),
                onRetry);
        return Receipt.checked(Answers.json(answer), upload, answer.statusCode() == 200);
    }

    /** How far the assessment of a scan is. */
    public JsonNode state(UUID scanId) throws InterruptedException {
        return get("/v1/scans/" + scanId);
    }

    /**
     * The outcomes after a cursor; the answer's {@code next} is the next cursor.
     *
     * @param after "0" to begin
     */
    public JsonNode outcomes(String after) throws InterruptedException {
        return get("/v1/outcomes?limit=1000&after=" + after);
    }

    private JsonNode get(String path) throws InterruptedException {
        return Answers.json(persistently(() -> HttpRequest.newBuilder(at(path)).GET(), why -> {}));
    }

    private URI at(String path) {
        var base = ingest.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    @FunctionalInterface
    private interface Requesting {
        HttpRequest.Builder request();
    }

    private HttpResponse<String> persistently(Requesting requesting, Consumer<String> onRetry)
            throws InterruptedException {
        var begin = System.nanoTime();
        for (var failures = 1; ; failures++) {
            try {
                return once(requesting);
            } catch (IOException failed) {
                var waited = Duration.ofNanos(System.nanoTime() - begin);
                var pause = patience.pauseAfter(failures);
                if (waited.plus(pause).compareTo(patience.total()) > 0) {
                    throw new Away(
                            "%s does not answer: %s. Tried %d times in %d s."
                                    .formatted(ingest, reason(failed), failures, waited.toSeconds()),
                            failed);
                }
                onRetry.accept(reason(failed));
                Thread.sleep(pause.toMillis());
            }
        }
    }

    /** @throws IOException whenever trying again may help */
    private HttpResponse<String> once(Requesting requesting) throws IOException, InterruptedException {
        var answer = attempt(requesting);
        if (answer.statusCode() == NOT_SIGNED_IN) {
            // The token ended in between, or the keys of sign-in changed.
            tokens.forget();
            answer = attempt(requesting);
        }
        if (answer.statusCode() >= 500 || answer.statusCode() == TOO_MANY) {
            throw new IOException("it answers " + answer.statusCode() + " "
                    + Answers.json(answer).path("title").asText(""));
        }
        if (answer.statusCode() >= 300) {
            throw new Refused(answer.statusCode(), Answers.json(answer));
        }
        return answer;
    }

    private HttpResponse<String> attempt(Requesting requesting) throws IOException, InterruptedException {
        var request = requesting
                .request()
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + tokens.token())
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String reason(IOException failed) {
        var message = failed.getMessage();
        return message == null ? "no connection" : message;
    }
}
