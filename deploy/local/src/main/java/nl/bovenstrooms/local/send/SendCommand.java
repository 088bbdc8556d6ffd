package nl.bovenstrooms.local.send;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import nl.bovenstrooms.contracts.container.CheckDigit;
import nl.bovenstrooms.contracts.container.ContainerNumber;
import nl.bovenstrooms.embedded.CannotStart;
import nl.bovenstrooms.embedded.CustomsSystem;
import nl.bovenstrooms.local.DataFolder;
import nl.bovenstrooms.local.SuiteOptions;
import nl.bovenstrooms.local.customs.CustomsClient;
import nl.bovenstrooms.local.customs.Patience;
import nl.bovenstrooms.local.customs.Receipt;
import nl.bovenstrooms.local.customs.Refused;
import nl.bovenstrooms.local.customs.TokenSource;
import nl.bovenstrooms.local.customs.Upload;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends a person's own pictures and manifest, as a customs system would. */
@Command(
        name = "send",
        description = "Sends your own picture and manifest to the running suite, or to any address.",
        sortOptions = false,
        footer = {
            "",
            "What the manifest leaves out is filled in: ids, time, part names, media types, digests.",
            "",
            "  ./bovenstrooms send --container MSCU1234566 --port BRSSZ my-scan.jpg",
            "  ./bovenstrooms send --manifest my.json --wait my-scan.jpg my-side-view.jpg"
        })
public final class SendCommand implements Callable<Integer> {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    @Parameters(
            paramLabel = "PICTURE",
            arity = "1..7",
            description = "JPEG, PNG or TIFF. The first is the main view, the others are further views.")
    private List<Path> pictures = List.of();

    @Option(
            names = "--low-energy",
            paramLabel = "PICTURE",
            description = "The main view once more, by the lower energy.")
    private @Nullable Path lowEnergy;

    @Option(
            names = "--manifest",
            paramLabel = "FILE",
            description = "The manifest, JSON. Without it, the options below.")
    private @Nullable Path manifest;

    @Option(
            names = "--container",
            paramLabel = "NUMBER",
            description = "A container in the picture; twice for two containers, the one at the tractor first.")
    private List<String> containers = List.of();

    @Option(
            names = "--port",
            paramLabel = "UNLOCODE",
            description = "Where the scanner stands, such as BRSSZ for Santos.")
    private @Nullable String port;

    @Option(
            names = "--discharge",
            paramLabel = "UNLOCODE",
            description = "Where the container leaves the ship, such as NLRTM.")
    private @Nullable String discharge;

    @Option(
            names = "--direction",
            defaultValue = "EXPORT",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    private Direction direction = Direction.EXPORT;

    @Option(
            names = "--scan-id",
            paramLabel = "UUID",
            description = "To send a scan again under its own id. Default: a new one.")
    private UUID scanId = UUID.randomUUID();

    @Option(names = "--wait", description = "Waits until every container of the scan is decided.")
    private boolean wait;

    @Option(names = "--print", description = "Prints the manifest that would be sent, and sends nothing.")
    private boolean print;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the running suite. Default: data, in the repository.")
    private Path data = SuiteOptions.repository().resolve("data");

    @Option(
            names = "--system",
            paramLabel = "NAME",
            defaultValue = "br-rfb",
            description =
                    "As which customs system of the local sign-in: br-rfb, ec-senae or be-douane. Default: ${DEFAULT-VALUE}")
    private String system = "br-rfb";

    @Option(
            names = "--ingest",
            paramLabel = "URL",
            description = "Another address of scan-ingest than the running suite's.")
    private @Nullable URI ingest;

    @Option(names = "--token-url", paramLabel = "URL", description = "Token endpoint of another sign-in.")
    private @Nullable URI tokenUrl;

    @Option(names = "--client-id", paramLabel = "ID", description = "Client there.")
    private @Nullable String clientId;

    @Option(
            names = "--client-secret-env",
            paramLabel = "NAME",
            description =
                    "Environment variable with the client's secret, so that it does not show in the list of processes.")
    private @Nullable String secretVariable;

    @Option(names = "--scope", paramLabel = "TEXT", description = "Scope to ask for. Default: ${DEFAULT-VALUE}")
    private String scope = CustomsSystem.SCOPE;

    @Option(
            names = "--authority",
            paramLabel = "TEXT",
            description = "The sending authority. Default: that of --system")
    private @Nullable String authority;

    private final Clock clock = Clock.system(ZoneId.systemDefault());

    enum Direction {
        EXPORT,
        IMPORT,
        TRANSIT
    }

    @Override
    public Integer call() throws InterruptedException {
        var images = read();
        var draft = draft();
        var parts = draft.name(images);
        if (print) {
            System.out.println(draft.text());
            return 0;
        }
        warnOfNumbers(draft);
        var client = client();
        var upload = new Upload(scanId, draft.bytes(), parts);
        System.out.printf("Sending scan %s: %s%n", scanId, describe(images));
        try {
            tell(client.send(upload, why -> System.out.println("  trying again: " + why)));
            return wait ? follow(client) : 0;
        } catch (Refused refused) {
            explain(refused, draft);
            return 1;
        } catch (CustomsClient.Away | Receipt.NotWhatWasSent failed) {
            throw new CannotStart(
                    failed.getMessage() + " Send it again under the same id: --scan-id " + scanId, failed);
        }
    }

    private List<Picture> read() {
        var images = new ArrayList<Picture>();
        for (var file : pictures) {
            images.add(Picture.read(file, images.isEmpty() ? Picture.PRIMARY : Picture.SECOND_VIEW));
        }
        if (lowEnergy != null) {
            images.add(1, Picture.read(lowEnergy, Picture.LOW_ENERGY));
        }
        return images;
    }

    private ManifestDraft draft() {
        if (manifest == null && containers.isEmpty()) {
            ask();
        }
        var draft = manifest == null ? ManifestDraft.empty() : ManifestDraft.in(manifest);
        return draft.fill(
                new ManifestDraft.Facts(containers, port, discharge, direction.name()),
                authority(),
                UUID.randomUUID(),
                OffsetDateTime.now(clock));
    }

    /** Only what can't be known: what is in the picture and where it was taken. */
    private void ask() {
        if (!Boolean.getBoolean("bovenstrooms.keyboard")) {
            throw new CannotStart("Say what is in the picture: --manifest my.json, or --container NUMBER --port BRSSZ");
        }
        var keyboard = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        containers = answer(keyboard, "Container number (empty: not known): ");
        if (port == null) {
            port =
                    answer(keyboard, "UN/LOCODE of the place of the scanner, such as BRSSZ (empty: not known): ")
                            .stream()
                            .findFirst()
                            .orElse(null);
        }
        if (discharge == null) {
            discharge =
                    answer(keyboard, "UN/LOCODE of the port of discharge, such as NLRTM (empty: not known): ").stream()
                            .findFirst()
                            .orElse(null);
        }
    }

    private static List<String> answer(BufferedReader keyboard, String question) {
        System.out.print(question);
        System.out.flush();
        try {
            var line = keyboard.readLine();
            return line == null || line.isBlank() ? List.of() : List.of(line.strip());
        } catch (IOException closed) {
            return List.of();
        }
    }

    private String authority() {
        if (authority != null) {
            return authority;
        }
        return CustomsSystem.ofClient(clientId == null ? system : clientId)
                .map(CustomsSystem::tenant)
                .orElse("UNKNOWN");
    }

    private CustomsClient client() {
        var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        var running = DataFolder.running(data.toAbsolutePath().normalize());
        var target = ingest;
        if (target == null) {
            target = running.orElseThrow(this::nothingRuns).scanIngest();
        }
        return new CustomsClient(http, target, new TokenSource(http, credentials(running), clock), Patience.SHORT);
    }

    private TokenSource.Credentials credentials(Optional<DataFolder.Running> running) {
        if (tokenUrl == null) {
            if (CustomsSystem.ofClient(system).isEmpty()) {
                throw new CannotStart(
                        "There is no customs system \"%s\" here: br-rfb, ec-senae, be-douane".formatted(system));
            }
            var issuer = running.orElseThrow(this::nothingRuns).issuer();
            return new TokenSource.Credentials(URI.create(issuer + "/token"), system, "any", scope);
        }
        if (clientId == null || secretVariable == null) {
            throw new CannotStart("--token-url needs --client-id and --client-secret-env too");
        }
        var secret = System.getenv(secretVariable);
        if (secret == null) {
            throw new CannotStart("The environment has no variable " + secretVariable);
        }
        return new TokenSource.Credentials(tokenUrl, clientId, secret, scope);
    }

    private CannotStart nothingRuns() {
        return new CannotStart(
                "Nothing runs in %s. Start it first, ./bovenstrooms up, or name an address: --ingest, --token-url, --client-id, --client-secret-env"
                        .formatted(data));
    }

    private static void warnOfNumbers(ManifestDraft draft) {
        for (var number : draft.containers()) {
            if (number.isEmpty() || number.length() > 20) {
                continue;
            }
            var checkDigit = ContainerNumber.of(number).checkDigit();
            if (checkDigit != CheckDigit.CORRECT) {
                System.out.printf(
                        "  Note: the check digit of %s is %s. It is sent as it is, and will be flagged.%n",
                        number,
                        checkDigit == CheckDigit.WRONG
                                ? "wrong"
                                : "not to be checked, since the number has another form");
            }
        }
    }

    private static String describe(List<Picture> images) {
        return String.join(
                ", ",
                images.stream()
                        .map(image -> "%s (%s, %s, %d kB)"
                                .formatted(
                                        image.file().getFileName(),
                                        image.role(),
                                        image.mediaType(),
                                        (image.bytes().length + 999) / 1000))
                        .toList());
    }

    private static void tell(Receipt receipt) {
        System.out.println(receipt.repeated() ? "Received before; the same receipt:" : "Received:");
        System.out.println("  case reference  " + receipt.caseReference());
        System.out.println("  received at     " + receipt.receivedAt());
        System.out.println("  content digest  " + receipt.contentDigest());
        if (!receipt.flags().isEmpty()) {
            System.out.println("  flags           " + String.join(", ", receipt.flags()));
        }
    }

    private void explain(Refused refused, ManifestDraft draft) {
        System.err.printf("Not taken (%d): %s%n", refused.status(), refused.title());
        refused.field().ifPresent(field -> {
            var sent = draft.at(field);
            System.err.println("  field   " + field);
            System.err.println("  is      " + (sent.isEmpty() ? "missing" : sent));
        });
        if (!refused.detail().isEmpty()) {
            System.err.println((refused.field().isPresent() ? "  should  " : "  ") + refused.detail());
        }
    }

    private int follow(CustomsClient client) throws InterruptedException {
        System.out.println("Waiting for the decision; Ctrl-C ends the waiting, not the assessment.");
        var known = "";
        while (true) {
            var state = client.state(scanId);
            var now = describe(state);
            if (!now.equals(known)) {
                System.out.print(now);
                known = now;
            }
            if (state.path("state").asText().equals("DECIDED")) {
                return 0;
            }
            Thread.sleep(LOOK_EVERY.toMillis());
        }
    }

    private static String describe(JsonNode state) {
        var text = new StringBuilder();
        for (var container : state.path("containers")) {
            text.append("  ")
                    .append(container.path("number").asText("a container"))
                    .append(": ")
                    .append(container
                            .path("decision")
                            .asText(container.path("state").asText()))
                    .append(' ')
                    .append(container.path("told").path("en").asText(""))
                    .append(System.lineSeparator());
        }
        return text.toString();
    }
}
