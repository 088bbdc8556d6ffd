package nl.bovenstrooms.scoring.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a rule can ask about one container: a closed list of fields. What is not here can't be a reason, and nothing about
 * persons is here: no parties, names, plates, marks of operators or free text other than the description of goods.
 *
 * <p>The names of these components are the names that conditions in the rule book use. A {@code @Nullable} component is
 * absent when the source did not tell it: a condition asks with {@code has(container.vgmKg)} first.
 */
public record Facts(Container container, Goods goods, Journey journey, Scanning scan, Picture picture) {

    /**
     * The container as declared.
     *
     * @param number as the source gave it; empty when it gave none. For reasons, not for conditions
     * @param checkDigit {@code CORRECT}, {@code WRONG}, {@code UNREADABLE} or, without a number, {@code ABSENT}
     * @param sizeType code of ISO 6346, for example {@code 45R1}; empty when unknown
     * @param lengthFeet 20, 40, 45 or 48, from the size/type
     * @param reefer whether the size/type is one with refrigeration
     * @param declared {@code FULL}, {@code EMPTY} or {@code UNKNOWN}
     * @param listed whether the manifest has an equipment entry for it
     * @param seals number of seals with a number
     * @param reeferActive whether the refrigeration is declared to run
     * @param setpointC degrees Celsius
     */
    public record Container(
            String number,
            String checkDigit,
            String sizeType,
            @Nullable Long lengthFeet,
            boolean reefer,
            String declared,
            boolean listed,
            long seals,
            @Nullable Double tareKg,
            @Nullable Double vgmKg,
            @Nullable Double weighbridgeKg,
            @Nullable Boolean reeferActive,
            @Nullable Double setpointC) {}

    /**
     * What is declared to travel in the container.
     *
     * @param described whether any item names this container
     * @param chapters HS chapters (2 digits), without repeats, in the order of the manifest; at most 200, like all lists here
     * @param headings HS headings (4 digits)
     * @param descriptions in capitals, blanks made single
     * @param declaredKg gross mass of the goods of this container alone; absent when an item is spread over several
     * @param masterKg gross mass on the master bills that name this container; absent when there are none
     * @param houseKg the same of the house bills
     * @param masterChapters HS chapters on the master bills
     * @param houseChapters HS chapters on the house bills
     */
    public record Goods(
            boolean described,
            List<String> chapters,
            List<String> headings,
            List<String> descriptions,
            @Nullable Double declaredKg,
            @Nullable Double masterKg,
            @Nullable Double houseKg,
            List<String> masterChapters,
            List<String> houseChapters) {

        public Goods {
            chapters = List.copyOf(chapters);
            headings = List.copyOf(headings);
            descriptions = List.copyOf(descriptions);
            masterChapters = List.copyOf(masterChapters);
            houseChapters = List.copyOf(houseChapters);
        }
    }

    /**
     * Where the container comes from and goes to, and how much time is left.
     *
     * @param direction {@code EXPORT}, {@code IMPORT}, {@code TRANSIT} or empty
     * @param loadingCountry ISO 3166-1 alpha-2 from the port of loading; empty when unknown
     * @param loadingPort UN/LOCODE; empty when unknown
     * @param dischargeCountry as above
     * @param dischargePort as above
     * @param transitCountries as above
     * @param minutesToCutOff from the scan to the closing of the gate; negative when the scan came later
     */
    public record Journey(
            String direction,
            String loadingCountry,
            String loadingPort,
            String dischargeCountry,
            String dischargePort,
            List<String> transitCountries,
            @Nullable Long minutesToCutOff) {

        public Journey {
            transitCountries = List.copyOf(transitCountries);
        }
    }

    /**
     * How the scan came about.
     *
     * @param contingency whether the source worked in emergency mode
     * @param correction whether this manifest corrects an earlier one
     */
    public record Scanning(boolean contingency, boolean correction) {}

    /**
     * What the image shows of this container.
     *
     * @param found whether a place in an image belongs to it
     * @param seen whether the model judged that place; all nullable components are present then
     * @param obstacle why nobody can judge the picture, for example {@code TOO_DARK}; empty when somebody can
     * @param loadKind what the load looks like, in the words of the model; empty when not seen
     * @param loadConfidence of that kind, 0 to 1
     * @param emptyProbability that there is no load, 0 to 1
     * @param fill share of the inside that is taken up by load, 0 to 1
     * @param findings suspicious spots, the most suspicious first
     * @param lengthToHeight of the container's place in the image; absent when not found
     * @param containersFound in all images of the scan
     * @param containersDeclared in manifest and images together
     */
    public record Picture(
            boolean found,
            boolean seen,
            String obstacle,
            String loadKind,
            @Nullable Double loadConfidence,
            @Nullable Double emptyProbability,
            @Nullable Double fill,
            List<Finding> findings,
            @Nullable Double lengthToHeight,
            long containersFound,
            long containersDeclared) {

        public Picture {
            findings = List.copyOf(findings);
        }
    }

    /**
     * @param place {@code DOORS}, {@code FLOOR}, {@code ROOF}, {@code REEFER_END} or {@code IN_LOAD}
     * @param probability 0 to 1
     */
    public record Finding(String place, double probability) {}
}
