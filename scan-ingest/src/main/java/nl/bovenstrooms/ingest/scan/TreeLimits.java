package nl.bovenstrooms.ingest.scan;

import com.fasterxml.jackson.databind.JsonNode;
import nl.bovenstrooms.ingest.scan.UploadRefused.Kind;

/**
 * What a manifest may be at most, fields that nobody knows included. A few bytes of JSON can become many in an event: {@code {}} in a
 * list is a whole record with all its fields. And what a database can't keep as text would be lost to everybody behind it.
 */
final class TreeLimits {

    /** Of bills, of items in one, of anything. */
    static final int MOST_IN_A_LIST = 500;

    /** Objects, lists and values together. */
    static final int MOST_VALUES = 20_000;

    /** Characters of one text. */
    static final int LONGEST_TEXT = 10_000;

    private int values;

    private TreeLimits() {}

    /** @throws UploadRefused naming the place */
    static void check(JsonNode tree) {
        new TreeLimits().check("", tree);
    }

    private void check(String pointer, JsonNode node) {
        values++;
        if (values > MOST_VALUES) {
            throw refused("", "a manifest has at most %d values".formatted(MOST_VALUES));
        }
        if (node.isTextual()) {
            checkText(pointer, node.textValue());
        } else if (node.isArray()) {
            if (node.size() > MOST_IN_A_LIST) {
                throw refused(pointer, "at most %d in a list, not %d".formatted(MOST_IN_A_LIST, node.size()));
            }
            for (var index = 0; index < node.size(); index++) {
                check(pointer + "/" + index, node.get(index));
            }
        } else if (node.isObject()) {
            node.properties().forEach(field -> {
                checkText(pointer, field.getKey());
                check(pointer + "/" + field.getKey(), field.getValue());
            });
        }
    }

    private static void checkText(String pointer, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw refused(pointer, "a text has at most %d characters, not %d".formatted(LONGEST_TEXT, text.length()));
        }
        if (text.indexOf('\0') >= 0) {
            throw refused(pointer, "a text can't contain the character U+0000");
        }
        if (text.codePoints().anyMatch(TreeLimits::isHalfAPair)) {
            throw refused(pointer, "a text can't contain half of a surrogate pair");
        }
    }

    /** JSON can write it and UTF-8 can't. It is among the code points only where its other half is missing. */
    private static boolean isHalfAPair(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }

    private static UploadRefused refused(String pointer, String reason) {
        return new UploadRefused(Kind.MANIFEST, pointer, reason);
    }
}
