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
import java.util.Objects;
import java.util.stream.Stream;
import nl.bovenstrooms.scoring.image.ModelCard.WeightsFile;
import org.jspecify.annotations.Nullable;

/**
 * The files of a model that an engine takes, checked against each other: {@code model.json} and the weights it names.
 *
 * @param card what {@code model.json} says
 * @param engine that the weights are for
 * @param weights a TorchScript archive or an ONNX file
 */
@SuppressWarnings("ArrayRecordComponent") // compared by the card's digest
public record ModelFiles(ModelCard card, Engine engine, byte[] weights) {

    public static final String CARD = "model.json";

    /** What to do when the files are not right. */
    static final String ADVICE =
            "Put the files of one release back, or make them again with the training command (docs/models.md).";

    private static final String BUNDLED = "/model/";

    /** The model that this release was built with, for PyTorch. */
    public static ModelFiles bundled() {
        return bundled(Engine.PYTORCH);
    }

    /** The model that this release was built with. */
    public static ModelFiles bundled(Engine engine) {
        return read("inside the application", engine, name -> ModelFiles.class.getResourceAsStream(BUNDLED + name));
    }

    /** A model of one's own, for PyTorch; see {@link #in(Path, Engine)}. */
    public static ModelFiles in(Path folder) {
        return in(folder, Engine.PYTORCH);
    }

    /**
     * A model of one's own.
     *
     * @throws ModelUnusable when a file is missing, damaged, or says something that this release can't serve
     */
    public static ModelFiles in(Path folder, Engine engine) {
        return read("in " + folder.toAbsolutePath(), engine, name -> {
            var file = folder.resolve(name);
            return Files.isRegularFile(file) ? Files.newInputStream(file) : null;
        });
    }

    private static ModelFiles read(String where, Engine engine, Source source) {
        var card = card(where, content(where, CARD, source));
        var named = card.weights(engine);
        if (named == null) {
            throw unusable(
                    where,
                    "names no weights for %s, only for the other engine: set bovenstrooms.scoring.model.engine to that one"
                            .formatted(engine));
        }
        var weights = content(where, named.file(), source);
        var digest = sha256(weights);
        if (!digest.equals(named.sha256())) {
            throw new ModelUnusable(
                    "The weights %s %s are not the ones that %s describes: their SHA-256 is %s, it says %s. %s"
                            .formatted(named.file(), where, CARD, digest, named.sha256(), ADVICE));
        }
        return new ModelFiles(card, engine, weights);
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
        if (isBlank(card.version())) {
            throw unusable(where, "lacks a version");
        }
        requireWhole(where, card);
        if (card.width() < 64 || card.width() % 16 != 0 || card.height() < 64 || card.height() % 16 != 0) {
            throw unusable(where, "gives a working scale that is not a multiple of 16, at least 64");
        }
        if (card.cell() < 1 || card.width() % card.cell() != 0 || card.height() % card.cell() != 0) {
            throw unusable(where, "gives cells of the map that do not divide the working scale: " + card.cell());
        }
        if (card.loadKinds() == null || !card.loadKinds().contains(ModelCard.EMPTY)) {
            throw unusable(where, "lacks the load kind " + ModelCard.EMPTY);
        }
        if (card.loadKinds().stream().distinct().count() < card.loadKinds().size()) {
            throw unusable(where, "names a load kind twice");
        }
        if (card.spot() == null
                || card.threat() == null
                || !card.threat().keySet().containsAll(EnumSet.allOf(PictureKind.class))) {
            throw unusable(
                    where, "lacks a calibration: of spot, or of threat for " + Arrays.toString(PictureKind.values()));
        }
        return card;
    }

    private static void requireWhole(String where, ModelCard card) {
        var files = Stream.of(Engine.values())
                .map(card::weights)
                .filter(Objects::nonNull)
                .toList();
        if (files.isEmpty()) {
            throw unusable(where, "names no weights, neither under torchScript nor under onnx");
        }
        for (var weights : files) {
            if (isBlank(weights.file()) || isBlank(weights.sha256())) {
                throw unusable(where, "names weights without file or sha256");
            }
            if (!Path.of(weights.file()).equals(Path.of(weights.file()).getFileName())) {
                throw unusable(where, "names weights outside its own folder: " + weights.file());
            }
        }
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

    /** File name of the weights. */
    public String weightsName() {
        return named().file();
    }

    /** SHA-256 of the weights, by which results name the model. */
    public String digest() {
        return named().sha256();
    }

    private WeightsFile named() {
        return Objects.requireNonNull(card.weights(engine), "a card names the weights that were read");
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
