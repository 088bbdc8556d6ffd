package nl.bovenstrooms.scoring.image;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The two files of a model, checked against each other: {@code model.json} and the weights it names.
 *
 * @param card what {@code model.json} says
 * @param weights the TorchScript archive
 */
@SuppressWarnings("ArrayRecordComponent") // compared by the card's digest
public record ModelFiles(ModelCard card, byte[] weights) {

    public static final String CARD = "model.json";

    private static final String BUNDLED = "/model/";
    private static final String ADVICE =
            "Put back both files of one release, or make them again with the training command"
                    + " (docs/model-card.md), and start again.";

    /** The model that this release was built with. */
    public static ModelFiles bundled() {
        return read("inside the application", name -> ModelFiles.class.getResourceAsStream(BUNDLED + name));
    }

    /**
     * A model of one's own.
     *
     * @throws ModelUnusable when a file is missing, damaged, or says something that this release can't serve
     */
    public static ModelFiles in(Path folder) {
        return read("in " + folder.toAbsolutePath(), name -> {
            var file = folder.resolve(name);
            return Files.isRegularFile(file) ? Files.newInputStream(file) : null;
        });
    }

    private static ModelFiles read(String where, Source source) {
        var card = card(where, content(where, CARD, source));
        var weights = content(where, card.weights(), source);
        var digest = sha256(weights);
        if (!digest.equals(card.sha256())) {
            throw new ModelUnusable(
                    "The weights %s %s are not the ones that %s describes: their SHA-256 is %s, it says %s. %s"
                            .formatted(card.weights(), where, CARD, digest, card.sha256(), ADVICE));
        }
        return new ModelFiles(card, weights);
    }

    private static byte[] content(String where, String name, Source source) {
        try (var stream = source.open(name)) {
            if (stream == null) {
                throw new ModelUnusable("The model file %s is missing %s. %s".formatted(name, where, ADVICE));
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new ModelUnusable("The model file %s %s can't be read. %s".formatted(name, where, ADVICE), e);
        }
    }

    private static ModelCard card(String where, byte[] json) {
        ModelCard card;
        try {
            card = new ObjectMapper().readValue(json, ModelCard.class);
        } catch (ValueInstantiationException e) {
            throw unusable(
                    where,
                    "is wrong: "
                            + String.valueOf(
                                    e.getCause() == null ? e : e.getCause().getMessage()));
        } catch (IOException e) {
            throw new ModelUnusable("The model file %s %s is not readable JSON. %s".formatted(CARD, where, ADVICE), e);
        }
        requireSame(where, "format", ModelCard.FORMAT, card.format());
        requireSame(where, "inputs", ModelCard.INPUTS, card.inputs());
        requireSame(where, "normalisation", WorkingView.NORMALISATION, card.normalisation());
        if (card.outputs() == null || !card.hasKnownOutputs()) {
            throw unusable(where, "has the outputs %s, known are %s".formatted(card.outputs(), ModelCard.OUTPUTS));
        }
        if (isBlank(card.version()) || isBlank(card.weights()) || isBlank(card.sha256())) {
            throw unusable(where, "lacks version, weights or sha256");
        }
        if (!Path.of(card.weights()).equals(Path.of(card.weights()).getFileName())) {
            throw unusable(where, "names weights outside its own folder: " + card.weights());
        }
        if (card.width() < 64 || card.width() % 16 != 0 || card.height() < 64 || card.height() % 16 != 0) {
            throw unusable(where, "gives a working scale that is not a multiple of 16, at least 64");
        }
        if (card.cell() < 1 || card.width() % card.cell() != 0 || card.height() % card.cell() != 0) {
            throw unusable(where, "gives cells of the map that do not divide the working scale: " + card.cell());
        }
        if (card.loadKinds() == null || !card.loadKinds().contains(ModelCard.EMPTY)) {
            throw unusable(where, "lacks the load kind " + ModelCard.EMPTY);
        }
        if (card.spot() == null
                || card.threat() == null
                || !card.threat().keySet().containsAll(EnumSet.allOf(PictureKind.class))) {
            throw unusable(
                    where, "lacks a calibration: of spot, or of threat for " + Arrays.toString(PictureKind.values()));
        }
        return card;
    }

    private static void requireSame(String where, String field, Object served, @Nullable Object said) {
        if (!served.equals(said)) {
            throw unusable(where, "says %s = %s, and this release serves %s".formatted(field, said, served));
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static ModelUnusable unusable(String where, String what) {
        return new ModelUnusable("The model file %s %s %s. %s".formatted(CARD, where, what, ADVICE));
    }

    /** 64 lower-case hexadecimal digits. */
    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    private interface Source {
        @Nullable
        InputStream open(String name) throws IOException;
    }
}
