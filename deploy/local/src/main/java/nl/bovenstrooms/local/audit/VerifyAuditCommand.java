package nl.bovenstrooms.local.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import nl.bovenstrooms.embedded.DatabaseName;
import nl.bovenstrooms.local.Member;
import nl.bovenstrooms.local.SuiteOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Verifies the audit chain of the local data with the queue's own command. Where nothing runs, only the database is started for it.
 */
@Command(
        name = "verify-audit",
        description = "Verifies the audit chain of the local data, whether the suite runs or not.",
        footer = {"", "Exit code 0: intact, 1: broken, 2: it could not be verified."})
public final class VerifyAuditCommand implements Callable<Integer> {
    private static final ServiceCommand COMMAND = new ServiceCommand(
            Member.ANALYST_QUEUE,
            DatabaseName.QUEUE,
            "nl.bovenstrooms.queue.audit.VerifyAuditCommand",
            "BOVENSTROOMS_AUDIT");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the suite. Default: data, in the repository.")
    private Path data = SuiteOptions.repository().resolve("data");

    @Override
    public Integer call() throws IOException, InterruptedException {
        var options = SuiteOptions.in(data);
        return COMMAND.run(options, checkpoints(options));
    }

    private static Map<String, String> checkpoints(SuiteOptions options) {
        var publicKey = options.data().resolve(Member.ANALYST_QUEUE.text()).resolve("keys/audit-public-key");
        return Files.exists(publicKey)
                ? Map.of(
                        "BOVENSTROOMS_AUDIT_CHECKPOINTS",
                                options.images().toUri().toString(),
                        "BOVENSTROOMS_AUDIT_PUBLIC_KEY", publicKey.toString())
                : Map.of();
    }
}
