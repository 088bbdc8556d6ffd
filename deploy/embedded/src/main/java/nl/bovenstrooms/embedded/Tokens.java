package nl.bovenstrooms.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;

/** Tokens for tests: real ones from sign-in, and ones with a flaw, signed with the same key. */
public final class Tokens {
    static final String ISSUER_PROPERTY = "bovenstrooms.embedded.issuer";
    static final String SIGNING_KEY_PROPERTY = "bovenstrooms.embedded.signing-key";

    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    private final URI issuer;
    private final Path signingKey;
    private final Clock clock;

    private Tokens(URI issuer, Path signingKey, Clock clock) {
        this.issuer = issuer;
        this.signingKey = signingKey;
        this.clock = clock;
    }

    /** Of the sign-in that runs for the tests of this JVM. */
    public static Tokens ofTests() {
        var issuer = System.getProperty(ISSUER_PROPERTY);
        if (issuer == null) {
            throw new IllegalStateException("Sign-in is not running: is this a @QuarkusTest?");
        }
        return new Tokens(URI.create(issuer), Path.of(System.getProperty(SIGNING_KEY_PROPERTY)), Clock.systemUTC());
    }

    public static Tokens of(Embedded embedded) {
        return of(embedded.issuer(), embedded.signingKey());
    }

    /** Of the sign-in that has this issuer and keeps its key in this file. */
    public static Tokens of(URI issuer, Path signingKey) {
        return new Tokens(issuer, signingKey, Clock.systemUTC());
    }

    /** A token as the customs system gets it, by client credentials. */
    public String forClient(String clientId) {
        var form = "grant_type=client_credentials&client_id=" + encoded(clientId) + "&client_secret=any&scope="
                + encoded(CustomsSystem.SCOPE);
        var request = HttpRequest.newBuilder(URI.create(issuer + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            var token = ACCESS_TOKEN.matcher(answer.body());
            if (answer.statusCode() != 200 || !token.find()) {
                throw new IllegalArgumentException("No token for " + clientId + ": " + answer.body());
            }
            return token.group(1);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** As {@link #forClient}, but it ran out an hour ago. */
    public String expired(String clientId) {
        return signed(system(clientId, "scan-ingest"), Duration.ofHours(-1));
    }

    /** As {@link #forClient}, but meant for another service. */
    public String forAudience(String clientId, String audience) {
        return signed(system(clientId, audience), Duration.ofMinutes(5));
    }

    /** Well-formed and signed, but says nothing about a tenant. */
    public String withoutTenant(String clientId) {
        return signed(
                "\"sub\":\"%s\",\"aud\":\"scan-ingest\",\"scope\":\"%s\"".formatted(clientId, CustomsSystem.SCOPE),
                Duration.ofMinutes(5));
    }

    /** A bearer token of a demo user for analyst-queue, without going through the sign-in page. */
    public String forPerson(DemoUser user) {
        return forPerson(user.userName(), user.fullName(), user.role());
    }

    /** A bearer token of anybody for analyst-queue. */
    public String forPerson(String subject, String name, String... roles) {
        return signed(
                "\"sub\":\"%s\",\"name\":\"%s\",\"roles\":[%s],\"aud\":\"analyst-queue\",\"azp\":\"analyst-queue\""
                        .formatted(subject, name, roles.length == 0 ? "" : "\"" + String.join("\",\"", roles) + "\""),
                Duration.ofMinutes(30));
    }

    /**
     * Any token.
     *
     * @param claims members of a JSON object, without its braces; iss, iat, exp and jti are added
     * @param validity counted from now; may be negative
     */
    public String signed(String claims, Duration validity) {
        var now = clock.instant();
        var end = now.plus(validity);
        var begin = end.isBefore(now) ? end.minusSeconds(60) : now;
        var header = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"%s\"}"
                .formatted(issuer.getPath().substring(1));
        var body = "{%s,\"iss\":\"%s\",\"iat\":%d,\"exp\":%d,\"jti\":\"%s\"}"
                .formatted(claims, issuer, begin.getEpochSecond(), end.getEpochSecond(), UUID.randomUUID());
        var content =
                base64(header.getBytes(StandardCharsets.UTF_8)) + "." + base64(body.getBytes(StandardCharsets.UTF_8));
        return content + "."
                + base64(signature(content, SigningKey.in(signingKey).getPrivate()));
    }

    private static String system(String clientId, String audience) {
        var tenant = CustomsSystem.ofClient(clientId)
                .map(CustomsSystem::tenant)
                .orElseThrow(() -> new IllegalArgumentException("No customs system " + clientId));
        return "\"sub\":\"%s\",\"azp\":\"%s\",\"tenant\":\"%s\",\"scope\":\"%s\",\"aud\":\"%s\""
                .formatted(clientId, clientId, tenant, CustomsSystem.SCOPE, audience);
    }

    private static byte[] signature(String content, PrivateKey key) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
