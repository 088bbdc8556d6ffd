package nl.bovenstrooms.embedded.signin;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import nl.bovenstrooms.embedded.CustomsSystem;
import no.nav.security.mock.oauth2.OAuth2Exception;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/** What the tokens say: for a customs system its tenant and scope, for a person what the sign-in page added. */
final class DemoTokens implements OAuth2TokenCallback {
    private static final Duration SYSTEM_TOKEN = Duration.ofHours(1);
    private static final Duration WORKING_DAY = Duration.ofHours(10);

    private final String issuer;
    private final Clock clock = Clock.systemUTC();

    DemoTokens(String issuer) {
        this.issuer = issuer;
    }

    @Override
    public String issuerId() {
        return issuer;
    }

    /** Asked only where no person signed in through the page. */
    @Override
    public String subject(TokenRequest request) {
        if (!isFromSystem(request)) {
            // A code or refresh token of before a restart: sign in again.
            throw new OAuth2Exception(OAuth2Error.INVALID_GRANT, "unknown code or refresh token");
        }
        return system(request).clientId();
    }

    @Override
    public String typeHeader(TokenRequest request) {
        return "JWT";
    }

    @Override
    public List<String> audience(TokenRequest request) {
        return List.of(isFromSystem(request) ? "scan-ingest" : "analyst-queue");
    }

    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
        if (!isFromSystem(request)) {
            return Map.of("exp", Date.from(clock.instant().plus(WORKING_DAY)));
        }
        var system = system(request);
        return Map.of("azp", system.clientId(), "tenant", system.tenant(), "scope", CustomsSystem.SCOPE);
    }

    @Override
    public long tokenExpiry() {
        return SYSTEM_TOKEN.toSeconds();
    }

    private static boolean isFromSystem(TokenRequest request) {
        return GrantType.CLIENT_CREDENTIALS.equals(
                request.getAuthorizationGrant().getType());
    }

    private static CustomsSystem system(TokenRequest request) {
        var authentication = request.getClientAuthentication();
        var clientId = authentication == null ? request.getClientID() : authentication.getClientID();
        return CustomsSystem.ofClient(clientId == null ? "" : clientId.getValue())
                .orElseThrow(() -> new OAuth2Exception(OAuth2Error.INVALID_CLIENT, "unknown client"));
    }
}
