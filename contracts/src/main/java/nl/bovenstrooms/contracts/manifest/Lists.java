package nl.bovenstrooms.contracts.manifest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of a manifest: an absent one is empty, so that no reader has to ask. */
final class Lists {

    private Lists() {}

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
