package nl.bovenstrooms.local.customs;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import nl.bovenstrooms.embedded.CustomsSystem;
import nl.bovenstrooms.local.Suite;

/** The customs systems that a suite on this machine knows, each with its own tokens. Thread-safe. */
public final class LocalCustoms {
    private final Map<CustomsSystem, CustomsClient> clients = new EnumMap<>(CustomsSystem.class);

    public LocalCustoms(Suite suite, Patience patience, Clock clock) {
        var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        for (var system : CustomsSystem.values()) {
            var credentials = new TokenSource.Credentials(
                    URI.create(suite.embedded().issuer() + "/token"), system.clientId(), "any", CustomsSystem.SCOPE);
            clients.put(
                    system,
                    new CustomsClient(http, suite.ingest(), new TokenSource(http, credentials, clock), patience));
        }
    }

    public CustomsClient of(CustomsSystem system) {
        var client = clients.get(system);
        if (client == null) {
            throw new IllegalArgumentException("No customs system " + system);
        }
        return client;
    }
}
