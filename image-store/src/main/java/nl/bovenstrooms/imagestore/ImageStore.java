package nl.bovenstrooms.imagestore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.opendal.OpenDALException;
import org.apache.opendal.Operator;

/**
 * Bytes by key. A key is a path of names made of letters, digits, dots, dashes and underscores, for example
 * {@code BR-RFB/6f0d6a53/raster/image-1-HIGH}. Writing the same key again replaces what was there. Safe for many threads.
 */
public final class ImageStore implements AutoCloseable {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

    private final Operator operator;

    private ImageStore(Operator operator) {
        this.operator = operator;
    }

    /**
     * Opens the store at an address.
     *
     * @param uri {@code file:///folder}, which is made when absent, or {@code s3://bucket/prefix?endpoint=...&region=...}; the
     *     credentials of S3 come from the usual environment variables
     * @throws IllegalArgumentException when the address is of another kind
     */
    public static ImageStore at(URI uri) {
        var scheme = uri.getScheme() == null ? "" : uri.getScheme();
        return switch (scheme) {
            case "file" -> inFolder(Path.of(uri));
            case "s3" -> new ImageStore(Operator.of("s3", s3Settings(uri)));
            default ->
                throw new IllegalArgumentException(
                        "bovenstrooms.image-store.uri starts with file:/// or s3://, not '" + uri + "'");
        };
    }

    /** Opens the store in a folder, which is made when absent. */
    public static ImageStore inFolder(Path folder) {
        try {
            // Written beside and renamed, so that a reader never meets half an image. The temporary folder is on the
            // same
            // file system, or the rename would be a copy.
            var temporary = Files.createDirectories(folder.resolve(".incoming"));
            return new ImageStore(
                    Operator.of("fs", Map.of("root", folder.toString(), "atomic_write_dir", temporary.toString())));
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of the image store can't be made: " + folder, e);
        }
    }

    private static Map<String, String> s3Settings(URI uri) {
        var settings = new HashMap<String, String>();
        settings.put("bucket", uri.getHost());
        settings.put("root", uri.getPath().isEmpty() ? "/" : uri.getPath());
        if (uri.getQuery() != null) {
            for (var pair : uri.getQuery().split("&", -1)) {
                var equals = pair.indexOf('=');
                if (equals < 1) {
                    throw new IllegalArgumentException(
                            "in the address of the image store, '" + pair + "' is not name=value");
                }
                settings.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return settings;
    }

    /** Stores the bytes. When it returns they are durable; when it throws, nothing is there under this key that was not before. */
    public void put(String key, byte[] content) {
        try {
            operator.write(checked(key), content);
        } catch (OpenDALException e) {
            throw new ImageStoreUnavailable("'" + key + "' was not stored", e);
        }
    }

    /** @throws ImageMissing when there is nothing under this key */
    public byte[] get(String key) {
        try {
            return operator.read(checked(key));
        } catch (OpenDALException e) {
            if (e.getCode() == OpenDALException.Code.NotFound) {
                throw new ImageMissing(key);
            }
            throw new ImageStoreUnavailable("'" + key + "' could not be read", e);
        }
    }

    public boolean exists(String key) {
        try {
            operator.stat(checked(key));
            return true;
        } catch (OpenDALException e) {
            if (e.getCode() == OpenDALException.Code.NotFound) {
                return false;
            }
            throw new ImageStoreUnavailable("'" + key + "' could not be looked up", e);
        }
    }

    /** Removes what is under this key, if anything. */
    public void delete(String key) {
        try {
            operator.delete(checked(key));
        } catch (OpenDALException e) {
            throw new ImageStoreUnavailable("'" + key + "' could not be removed", e);
        }
    }

    /** Nobody may use the store any more, in no thread: its native memory is given back, and a later use brings the process down. */
    @Override
    public void close() {
        operator.close();
    }

    private static String checked(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("not a key of the image store: '" + key + "'");
        }
        return key;
    }
}
