package nl.bovenstrooms.simulator.story;

import java.util.Comparator;
import java.util.List;
import nl.bovenstrooms.contracts.container.ContainerNumber;
import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.scene.BoxType;
import nl.bovenstrooms.simulator.scene.LoadKind;
import org.jspecify.annotations.Nullable;

/**
 * What one bill of lading covers: the same goods in 1 to 40 containers.
 *
 * @param chance everything else about it
 * @param size number of containers
 */
record Shipment(Chance chance, Source source, LoadKind kind, BoxType box, int size, String destination) {

    /** @param goods or null for what the source ships */
    static Shipment of(Chance chance, Source source, int size, @Nullable LoadKind goods) {
        var kind = goods == null ? kind(chance.of("goods"), source, false) : goods;
        var boxes = kind.boxes().stream().sorted(Comparator.naturalOrder()).toList();
        return new Shipment(chance, source, kind, chance.of("box").oneOf(boxes), size, destination(chance, source));
    }

    /** Two containers of 20 feet that travel on one chassis. */
    static Shipment ofTwo(Chance chance, Source source, @Nullable LoadKind goods) {
        var fits = goods != null && goods.boxes().stream().anyMatch(BoxType::isTwentyFoot);
        var kind = goods != null && fits ? goods : kind(chance.of("goods"), source, true);
        var boxes = kind.boxes().stream()
                .filter(BoxType::isTwentyFoot)
                .sorted(Comparator.naturalOrder())
                .toList();
        return new Shipment(chance, source, kind, chance.of("box").oneOf(boxes), 2, destination(chance, source));
    }

    private static String destination(Chance chance, Source source) {
        return source.destinations().isEmpty()
                ? source.port()
                : chance.of("destination").oneOf(source.destinations());
    }

    private static LoadKind kind(Chance chance, Source source, boolean inTwentyFoot) {
        var kinds = List.of(LoadKind.values()).stream()
                .filter(kind -> source.goods().isEmpty() || source.goods().getOrDefault(kind, 0.0) > 0)
                .filter(kind -> !inTwentyFoot || kind.boxes().stream().anyMatch(BoxType::isTwentyFoot))
                .toList();
        if (kinds.isEmpty()) {
            return LoadKind.EMPTY;
        }
        var total = kinds.stream().mapToDouble(kind -> weight(source, kind)).sum();
        var drawn = chance.between(0, total);
        for (var kind : kinds) {
            drawn -= weight(source, kind);
            if (drawn < 0) {
                return kind;
            }
        }
        return kinds.get(kinds.size() - 1);
    }

    private static double weight(Source source, LoadKind kind) {
        return source.goods().isEmpty() ? 1 : source.goods().getOrDefault(kind, 0.0);
    }

    /** The number of one of its containers, with a correct check digit. */
    ContainerNumber number(int index) {
        var own = chance.of("number").of(index);
        var firstTen = Names.owner(own) + "%06d".formatted(own.between(100_000, 999_999));
        return new ContainerNumber(firstTen + ContainerNumber.checkDigitOf(firstTen));
    }

    /** What the containers of this shipment have in common. */
    Chance lot() {
        return chance.of("lot");
    }

    /** What is only in one of them. */
    Chance own(int index) {
        return chance.of("own").of(index);
    }
}
