package nl.bovenstrooms.scoring.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which goods look like what: from HS codes to the kinds of load that the image model tells apart. A section of the rule book,
 * so that it changes under the book's version and with its two signatures.
 */
final class Looks {

    /**
     * @param nl the kind in a Dutch sentence
     * @param en the kind in an English sentence
     * @param hs chapters (2 digits), headings (4) or subheadings (6) of goods that can look like it; none for a kind that is
     *     never declared, such as an empty container
     */
    record Kind(
            @JsonProperty(required = true) String nl,
            @JsonProperty(required = true) String en,
            @JsonProperty(required = true) List<String> hs) {

        Kind {
            hs = List.copyOf(hs);
            for (var code : hs) {
                if (!code.matches("(\\d\\d){1,3}")) {
                    throw new RuleBookRefused("looks.kinds: '%s' is no HS code of 2, 4 or 6 digits".formatted(code));
                }
            }
        }
    }

    /**
     * @param kinds by the name that the model gives them
     * @param alike groups of kinds that X-ray does not tell apart safely: who declares one may show any of them
     * @param mixed what several kinds of goods in one container look like
     */
    record Section(
            @JsonProperty(required = true) Map<String, Kind> kinds,
            @JsonProperty(required = true) List<List<String>> alike,
            @JsonProperty(required = true) List<String> mixed) {}

    private final Map<String, Kind> kinds;
    private final Map<String, Set<String>> alike = new LinkedHashMap<>();
    private final List<String> mixed;

    Looks(Section section) {
        kinds = new LinkedHashMap<>(section.kinds());
        mixed = List.copyOf(section.mixed());
        kinds.keySet().forEach(kind -> alike.put(kind, new TreeSet<>(Set.of(kind))));
        mixed.forEach(this::requireKnown);
        for (var group : section.alike()) {
            group.forEach(this::requireKnown);
            group.forEach(kind -> alike(kind).addAll(group));
        }
    }

    private void requireKnown(String kind) {
        if (!kinds.containsKey(kind)) {
            throw new RuleBookRefused("looks: there is no kind '%s' among %s".formatted(kind, kinds.keySet()));
        }
    }

    /** The kind itself and those that X-ray takes it for; a kind that the book does not know looks like itself alone. */
    Set<String> alike(String kind) {
        return alike.getOrDefault(kind, Set.of());
    }

    /** Kinds that goods of this HS code are, in the order of the book; empty when the book does not know such goods. */
    List<String> kindsOf(String code) {
        return kinds.entrySet().stream()
                .filter(kind -> kind.getValue().hs().stream().anyMatch(code::startsWith))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Kinds that may be seen when these goods travel together.
     *
     * @param codes HS codes, 6 digits
     * @return empty when one of them is unknown to the book: then any picture may be right
     */
    Set<String> allowed(List<String> codes) {
        if (codes.stream().anyMatch(code -> kindsOf(code).isEmpty())) {
            return Set.of();
        }
        var allowed = codes.stream()
                .flatMap(code -> kindsOf(code).stream())
                .flatMap(kind -> alike(kind).stream())
                .collect(Collectors.toCollection(HashSet::new));
        if (codes.stream().map(code -> code.substring(0, 2)).distinct().count() > 1) {
            allowed.addAll(mixed);
        }
        return allowed;
    }

    String dutch(String kind) {
        var known = kinds.get(kind);
        return known == null ? kind : known.nl();
    }

    String english(String kind) {
        var known = kinds.get(kind);
        return known == null ? kind : known.en();
    }

    /** In the order of the book, without repeats. */
    List<String> expected(List<String> codes) {
        return codes.stream().flatMap(code -> kindsOf(code).stream()).distinct().toList();
    }
}
