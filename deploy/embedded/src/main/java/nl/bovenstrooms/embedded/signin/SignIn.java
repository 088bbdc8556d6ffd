package nl.bovenstrooms.embedded.signin;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import nl.bovenstrooms.embedded.SigningKey;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * A small OpenID Connect issuer for local use: it believes whoever says to be one of the demo users or customs systems.
 * Arguments: folder, port, name of the issuer.
 */
public final class SignIn {
    private SignIn() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]).toAbsolutePath();
        var port = Integer.parseInt(arguments[1]);
        var issuer = arguments[2];
        Files.createDirectories(folder);
        var page = folder.resolve("sign-in.html");
        Files.writeString(page, LoginPage.html());

        var tokens =
                new OAuth2TokenProvider(new KeyProvider(List.of(key(folder, issuer)), JWSAlgorithm.RS256.getName()));
        // The provider hands the key to the issuer that asks first.
        tokens.publicJwkSet(issuer);
        var server = new MockOAuth2Server(new OAuth2Config(
                true, page.toString(), null, true, tokens, Set.of(new DemoTokens(issuer)), new NettyWrapper()));
        server.start(InetAddress.getByName("localhost"), port);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "sign-in-shutdown"));
        new CountDownLatch(1).await();
    }

    private static JWK key(Path folder, String issuer) {
        var pair = SigningKey.in(folder.resolve("signing-key.pkcs8"));
        return new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                .privateKey(pair.getPrivate())
                .keyUse(KeyUse.SIGNATURE)
                .keyID(issuer)
                .algorithm(JWSAlgorithm.RS256)
                .build();
    }
}
