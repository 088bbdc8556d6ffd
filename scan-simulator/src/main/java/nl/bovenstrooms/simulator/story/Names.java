package nl.bovenstrooms.simulator.story;

import java.util.List;
import nl.bovenstrooms.simulator.Chance;

/** Companies, ships and carriers. All are made up; ship numbers have a wrong check digit so that they belong to nobody. */
final class Names {

    private static final List<String> EXPORTERS = List.of(
            "Alvorada",
            "Boa Safra",
            "Campo Claro",
            "Dois Rios",
            "Espigao",
            "Fazendas Reunidas Norte",
            "Girassol",
            "Horizonte Verde",
            "Ipe Dourado",
            "Jatoba",
            "Lagoa Bonita",
            "Mirante",
            "Nova Colheita",
            "Ouro do Vale",
            "Pedra Branca",
            "Quatro Ventos",
            "Ribeirao Azul",
            "Serra Alta",
            "Tres Palmeiras",
            "Vila Rica");
    private static final List<String> IMPORTERS = List.of(
            "Van der Poel",
            "Noorderhaven",
            "Zuidwesten",
            "De Gouden Kade",
            "Maasvlak",
            "Waterman & Zoon",
            "Oosterdok",
            "Schelde",
            "Lage Landen",
            "Kanaalzicht",
            "Duinrand",
            "Westerkade",
            "Brabantse",
            "Delta",
            "Vlietland");
    private static final List<String> STREETS = List.of("Rua do Armazem", "Avenida Central", "Avenida del Puerto");
    private static final List<String> DUTCH_STREETS = List.of("Havenstraat", "Kadeweg", "Loodsweg");
    private static final List<String> SHIPS = List.of(
            "ESTRELA DO LESTE",
            "NOORDERZON",
            "MAR DE PRATA",
            "WESTENWIND",
            "SERRA DO MAR",
            "ZEELANDIA",
            "AURORA AUSTRAL",
            "KAAP HOORN",
            "BAIA FORMOSA",
            "DELTAPOORT",
            "RIO CLARO",
            "OOSTERSTER");
    private static final List<String> CARRIERS = List.of("ATLV", "KADE", "MERI", "NOZE", "SULB");
    private static final List<String> OWNERS = List.of("KDLU", "ATVU", "MRDU", "NZEU", "SBLU", "TGQU", "BVSU");

    private Names() {}

    static String exporter(Chance chance, LoadTrade trade) {
        return "%s %s %s".formatted(chance.oneOf(EXPORTERS), trade.word(), chance.in(0.5) ? "Ltda" : "S.A.");
    }

    static String importer(Chance chance, LoadTrade trade) {
        return "%s %s B.V.".formatted(chance.oneOf(IMPORTERS), trade.dutchWord());
    }

    /** Of a company, the same one each time. */
    static String street(String company, String country) {
        var streets = List.of("NL", "BE").contains(country) ? DUTCH_STREETS : STREETS;
        var hash = company.hashCode();
        return "%s %d".formatted(streets.get(Math.floorMod(hash, streets.size())), 1 + Math.floorMod(hash / 7, 240));
    }

    static String ship(Chance chance) {
        return chance.oneOf(SHIPS);
    }

    /** Seven digits like an IMO number; the last is one more than the check digit would be. */
    static String imo(Chance chance) {
        var sum = 0;
        var digits = new StringBuilder();
        for (var weight = 7; weight >= 2; weight--) {
            var digit = weight == 7 ? 9 : chance.between(0, 9);
            digits.append(digit);
            sum += weight * digit;
        }
        return digits.append((sum + 1) % 10).toString();
    }

    static String carrier(Chance chance) {
        return chance.oneOf(CARRIERS);
    }

    /** Owner and category of a container. */
    static String owner(Chance chance) {
        return chance.oneOf(OWNERS);
    }
}
