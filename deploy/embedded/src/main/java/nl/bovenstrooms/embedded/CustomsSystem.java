package nl.bovenstrooms.embedded;

import java.util.Arrays;
import java.util.Optional;

/** The customs systems that get tokens locally, each by client credentials. Any secret is accepted: this is a stand-in. */
public enum CustomsSystem {
    BRAZIL("br-rfb", "BR-RFB"),
    ECUADOR("ec-senae", "EC-SENAE"),
    BELGIUM("be-douane", "BE-AADA");

    /** What a customs system may do: send scans, read outcomes. */
    public static final String SCOPE = "scans outcomes";

    private final String clientId;
    private final String tenant;

    CustomsSystem(String clientId, String tenant) {
        this.clientId = clientId;
        this.tenant = tenant;
    }

    public String clientId() {
        return clientId;
    }

    public String tenant() {
        return tenant;
    }

    public static Optional<CustomsSystem> ofClient(String clientId) {
        return Arrays.stream(values())
                .filter(system -> system.clientId.equals(clientId))
                .findFirst();
    }
}
