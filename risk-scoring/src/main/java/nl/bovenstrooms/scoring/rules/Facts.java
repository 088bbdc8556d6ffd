package nl.bovenstrooms.scoring.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a rule can ask about one container: a closed list of fields. What is not here can't be a reason, and nothing about
 * persons is here: no parties, names, plates, marks of operators or free text other than the description of goods.
 *
 * <p>The names of these components are the names that conditions in the rule book use. A {@code @Nullable} component is
 * absent when the source did not tell it: a condition asks with {@code has(container.vgmKg)} first. What nobody can
 * tell is absent too, {@code has(history.firstOfPair) && history.firstOfPair}, and so never counts against a container.
 *
 * @param lot the containers of the same bill of lading, this one among them
 * @param otherScan of this container on the same voyage, at the other end
 */
public record Facts(
        Container container,
        Goods goods,
        Papers papers,
        Journey journey,
        Scanning scan,
        Picture picture,
        Lot lot,
        OtherScan otherScan,
        History history) {

    /** The same container with another picture. */
    public Facts with(Picture itsPicture) {
        return new Facts(container, goods, papers, journey, scan, itsPicture, lot, otherScan, history);
    }

    /** The same container with what the archive says of it. */
    public Facts with(Lot itsLot, OtherScan itsOtherScan, History itsHistory) {
        return new Facts(container, goods, papers, journey, scan, picture, itsLot, itsOtherScan, itsHistory);
    }

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
     * @param codes HS codes (6 digits) of what travels in this container: on the house bills, or on the master bills where no
     *     house bill names it
     * @param packages in this container alone; empty when an item is spread over several, or is not counted
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
            List<String> houseChapters,
            List<String> codes,
            List<Packages> packages) {

        public Goods {
            codes = List.copyOf(codes);
            packages = List.copyOf(packages);
            chapters = List.copyOf(chapters);
            headings = List.copyOf(headings);
            descriptions = List.copyOf(descriptions);
            masterChapters = List.copyOf(masterChapters);
            houseChapters = List.copyOf(houseChapters);
        }
    }

    /**
     * @param type code of UN/CEFACT Recommendation 21, for example {@code CT} for carton
     * @param count above 0
     */
    public record Packages(String type, long count) {}

    /**
     * The bills of lading as documents. Whether a company can be found, never who it is.
     *
     * @param exporterTraceable whether the bills say where the company that sends can be found; absent when this source never
     *     says so of anybody
     * @param importerTraceable the same of the company that receives
     */
    public record Papers(
            @Nullable Boolean exporterTraceable, @Nullable Boolean importerTraceable) {

        public static final Papers UNKNOWN = new Papers(null, null);
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
     * @param date of the passage where it took place, {@code 2026-11-24}: rules are in force from one date to another
     * @param contingency whether the source worked in emergency mode
     * @param correction whether this manifest corrects an earlier one
     */
    public record Scanning(String date, boolean contingency, boolean correction) {}

    /**
     * What the image shows of this container.
     *
     * @param found whether a place in an image belongs to it
     * @param seen whether the model judged that place; all nullable components are present then
     * @param obstacle why nobody can judge the picture, for example {@code TOO_DARK}; empty when somebody can
     * @param loadKind what the load looks like, in the words of the model; empty when not seen
     * @param loadConfidence of that kind, 0 to 1
     * @param emptyProbability that there is no load, 0 to 1
     * @param loadKinds what the load may be, the likeliest first; empty when not seen
     * @param massKg of the goods, as far as rays passed; absent when the model does not estimate it
     * @param opaqueShare of the container's picture through which no rays came, 0 to 1
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
            List<LoadKind> loadKinds,
            @Nullable Double massKg,
            @Nullable Double opaqueShare,
            @Nullable Double fill,
            List<Finding> findings,
            @Nullable Double lengthToHeight,
            long containersFound,
            long containersDeclared) {

        public Picture {
            findings = List.copyOf(findings);
            loadKinds = List.copyOf(loadKinds);
        }
    }

    /**
     * @param kind in the words of the model
     * @param probability 0 to 1
     */
    public record LoadKind(String kind, double probability) {}

    /**
     * @param place {@code DOORS}, {@code FLOOR}, {@code ROOF}, {@code REEFER_END} or {@code IN_LOAD}
     * @param probability 0 to 1
     */
    public record Finding(String place, double probability) {}

    /**
     * The containers of the same bill of lading, which are normally alike.
     *
     * @param seen how many of them were scanned and can be compared, this one among them
     * @param outlier whether this one differs from the others; absent with fewer than three
     * @param deviation how far it is from their middle, in robust standard deviations
     */
    public record Lot(
            long seen, @Nullable Boolean outlier, @Nullable Double deviation) {

        public static final Lot UNKNOWN = new Lot(0, null, null);
    }

    /** What came of laying two scans of a container side by side. */
    public enum Comparison {
        /** There is no other scan. */
        NONE,
        SAME,
        CHANGED,
        NOT_COMPARABLE
    }

    /**
     * The scan of this container at the other end of its voyage.
     *
     * @param result of laying the two side by side
     * @param certainty of that result, 0 to 1; absent without another scan
     * @param sealChanged whether the two declare other seals
     * @param heavierKg by how much the weighbridge showed more at the later scan; negative when it showed less
     */
    public record OtherScan(
            Comparison result,
            @Nullable Double certainty,
            @Nullable Boolean sealChanged,
            @Nullable Double heavierKg) {

        public static final OtherScan NONE = new OtherScan(Comparison.NONE, null, null, null);
    }

    /**
     * What earlier scans and manifests say. Companies and containers are compared by what their papers say; no rule sees who
     * they are.
     *
     * @param firstOfPair whether no bill of the year before has these two companies as sender and receiver; absent while the
     *     sender is known by too few to tell
     * @param unusualGoods whether no bill of that company in the year before has goods of these HS chapters; absent likewise
     * @param earlierBills of the company that sends, in the year before
     * @param inUseElsewhere whether the number is at two places at about the same time
     * @param impossibleJourney whether the container can't have come from where it was seen last in the time between
     * @param elsewherePort UN/LOCODE of that place; empty when there is none
     * @param hoursSinceElsewhere between the two
     * @param otherSizeType whether the number was declared with another size/type before
     * @param earlierSizeType code of ISO 6346 that it had then; empty when there is none
     * @param sealInUseElsewhere whether one of its seal numbers was on another container
     * @param goodsAmended whether a later manifest changed HS chapters or description
     * @param amendedKg by how much a later manifest raised the gross mass; negative when it lowered it
     */
    public record History(
            @Nullable Boolean firstOfPair,
            @Nullable Boolean unusualGoods,
            @Nullable Long earlierBills,
            @Nullable Boolean inUseElsewhere,
            @Nullable Boolean impossibleJourney,
            String elsewherePort,
            @Nullable Double hoursSinceElsewhere,
            @Nullable Boolean otherSizeType,
            String earlierSizeType,
            @Nullable Boolean sealInUseElsewhere,
            @Nullable Boolean goodsAmended,
            @Nullable Double amendedKg) {

        public static final History UNKNOWN =
                new History(null, null, null, null, null, "", null, null, "", null, null, null);
    }
}
