package nl.bovenstrooms.queue.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.bovenstrooms.imagestore.ImageStore;
import nl.bovenstrooms.queue.keys.InstallationKeys;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the audit chain from outside the service, with a database account that may read it.
 *
 * <pre>{@code
 * java -cp 'quarkus-app/app/*:quarkus-app/lib/main/*' nl.bovenstrooms.queue.audit.VerifyAuditCommand \
 *     --url jdbc:postgresql://host/queue --user name [--password secret] \
 *     [--checkpoints file:///images --public-key keys/audit-public-key]
 * }</pre>
 *
 * Each option can also stand in the environment, as {@code BOVENSTROOMS_AUDIT_URL} and so on; a password should. Exit code 0: intact,
 * 1: broken, 2: it could not be verified.
 */
public final class VerifyAuditCommand {

    private static final int INTACT = 0;
    private static final int BROKEN = 1;
    private static final int NOT_VERIFIED = 2;

    private static final Set<String> OPTIONS = Set.of("url", "user", "password", "checkpoints", "public-key");

    private VerifyAuditCommand() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.getenv(), System.out, System.err));
    }

    /** @return the exit code */
    static int run(List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream problems) {
        try {
            var options = options(arguments, environment);
            var checkpoints = checkpoints(options);
            try (var connection = DriverManager.getConnection(
                    required(options, "url"), required(options, "user"), options.getOrDefault("password", ""))) {
                connection.setReadOnly(true);
                connection.setAutoCommit(false);
                return report(AuditChain.verify(connection, checkpoints), out);
            }
        } catch (Checkpoints.Damaged e) {
            out.println("BROKEN: " + e.getMessage());
            return BROKEN;
        } catch (IllegalArgumentException | SQLException | IOException e) {
            problems.println("The audit could not be verified: " + e.getMessage());
            return NOT_VERIFIED;
        }
    }

    private static int report(AuditChain.Verification verification, PrintStream out) {
        out.println("entries: " + verification.entries());
        out.println("checkpoints: " + verification.checkpoints());
        out.println("head: " + verification.head());
        if (verification.intact()) {
            out.println("INTACT");
            return INTACT;
        }
        out.println("BROKEN at entry " + verification.brokenAt() + ": " + verification.why());
        return BROKEN;
    }

    private static List<Checkpoint> checkpoints(Map<String, String> options) throws Checkpoints.Damaged, IOException {
        var uri = options.get("checkpoints");
        if (uri == null) {
            return List.of();
        }
        var key = InstallationKeys.publicKey(Files.readString(Path.of(required(options, "public-key"))));
        try (var store = ImageStore.at(URI.create(uri))) {
            return Checkpoints.read(store, key);
        }
    }

    private static Map<String, String> options(List<String> arguments, Map<String, String> environment) {
        var options = new HashMap<String, String>();
        for (var name : OPTIONS) {
            var value = environment.get(
                    "BOVENSTROOMS_AUDIT_" + name.replace('-', '_').toUpperCase(Locale.ROOT));
            if (value != null) {
                options.put(name, value);
            }
        }
        for (var index = 0; index < arguments.size(); index += 2) {
            var argument = arguments.get(index);
            var name = argument.startsWith("--") ? argument.substring(2) : "";
            if (!OPTIONS.contains(name)) {
                throw new IllegalArgumentException("no option " + argument + "; there are --url, --user, --password, "
                        + "--checkpoints and --public-key");
            }
            if (index + 1 == arguments.size()) {
                throw new IllegalArgumentException("after " + argument + " its value is missing");
            }
            options.put(name, arguments.get(index + 1));
        }
        return options;
    }

    private static String required(Map<String, String> options, String name) {
        @Nullable String value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the option --" + name + " is missing");
        }
        return value;
    }
}
