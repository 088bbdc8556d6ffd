package nl.bovenstrooms.ingest.scan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds what scoring does not need about people: data that we do not hold can't leak and can't be scored. Names of companies
 * stay, since analysts need the parties of a bill of lading.
 */
final class PersonalData {

    private static final Pattern SEPARATORS = Pattern.compile("[^a-z]");
    private static final Pattern PERSONAL = Pattern.compile(
            ".*(driver|motorista|chauffeur|conductor|passport|passaporte|telephone|telefone|dateofbirth|birthdate|birthday"
                    + "|nationality|nacionalidade|licen[cs]eplate|numberplate|truckplate|plateno|platenumber|placa).*"
                    + "|plates?|phone|phonenumber|mobile|e?mail|emailaddress|cpf|gender|sex|firstname|lastname|surname"
                    + "|(operator|officer|inspector|agent)(name|id)");

    private PersonalData() {}

    /** JSON pointer to the first field that has a personal name. */
    static Optional<String> in(JsonNode node) {
        return in(node, "");
    }

    private static Optional<String> in(JsonNode node, String pointer) {
        if (node.isArray()) {
            for (var i = 0; i < node.size(); i++) {
                var found = in(node.get(i), pointer + "/" + i);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        for (var field : node.properties()) {
            var here = pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1");
            var name =
                    SEPARATORS.matcher(field.getKey().toLowerCase(Locale.ROOT)).replaceAll("");
            if (PERSONAL.matcher(name).matches()) {
                return Optional.of(here);
            }
            var found = in(field.getValue(), here);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
