package nl.bovenstrooms.scoring.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.bovenstrooms.contracts.event.ScanScored.Because;
import nl.bovenstrooms.contracts.event.ScanScored.ChangeKind;
import nl.bovenstrooms.contracts.event.ScanScored.ComparisonResult;
import nl.bovenstrooms.contracts.event.ScanScored.PictureChange;
import nl.bovenstrooms.contracts.event.ScanScored.PictureComparison;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.history.Passage.Shown;
import nl.bovenstrooms.scoring.history.Passage.Voyage;
import nl.bovenstrooms.scoring.history.Past.Amendment;
import nl.bovenstrooms.scoring.history.PicturePair.Sighting;
import nl.bovenstrooms.scoring.rules.Facts.Comparison;
import nl.bovenstrooms.scoring.rules.Facts.OtherScan;
import org.junit.jupiter.api.Test;

class PastTest {

    private static final Instant SCANNED = Instant.parse("2026-11-24T06:00:00Z");
    private static final Instant DEPARTURE = Instant.parse("2026-11-26T09:00:00Z");
    private static final Instant ARRIVAL = Instant.parse("2026-12-10T04:00:00Z");
    private static final String NUMBER = "MSCU1234566";

    /** The check digit would be 3. */
    private static final String MISREAD = "MSCU1234506";

    @Test
    void aSecondScanAtArrivalIsFoundFromBothSides() {
        var origin = passage(1).build();
        var arrival =
                passage(2).at(ARRIVAL.plus(Duration.ofHours(5))).place("NLRTM").build();

        var pictures = new PicturePair(
                new Sighting(origin.scanId(), origin.shown()), new Sighting(arrival.scanId(), arrival.shown()));
        assertThat(past(arrival, origin).encounter())
                .isEqualTo(new Encounter(origin.scanId(), 0, "C-1", SCANNED, "BRSSZ", NUMBER, true, true, pictures));
        assertThat(past(origin, arrival).encounter())
                .matches(encounter -> !encounter.earlier())
                .extracting(Encounter::pictures)
                .isEqualTo(pictures);
    }

    @Test
    void aChangeIsToldInTheOwnPictureFirst() {
        var origin = passage(1).build();
        var arrival = passage(2).at(ARRIVAL).place("NLRTM").build();
        var inLater = new Region(10, 20, 30, 40);
        var inEarlier = new Region(50, 60, 70, 80);
        var change = new PictureChange(ChangeKind.ADDED, inLater, inEarlier, 7, 0.9);
        var made = new PictureComparison(ComparisonResult.CHANGED, null, 0.9, List.of(change), "1");

        assertThat(past(arrival, origin).with(made).comparison()).isEqualTo(made);
        assertThat(past(origin, arrival).with(made).comparison().changes())
                .containsExactly(new PictureChange(ChangeKind.ADDED, inEarlier, inLater, 7, 0.9));
        assertThat(past(origin, arrival).with(made).otherScan())
                .isEqualTo(new OtherScan(Comparison.CHANGED, 0.9, null, null));
    }

    @Test
    void otherPlacesInThePicturesAreAnotherPair() {
        var one = new Sighting(new UUID(0, 1), new Shown("image-1", new Region(0, 0, 10, 10)));
        var other = new Sighting(new UUID(0, 2), new Shown("image-1", new Region(0, 0, 10, 10)));
        var moved = new Sighting(new UUID(0, 2), new Shown("image-1", new Region(1, 0, 10, 10)));

        assertThat(new PicturePair(one, other).id()).isEqualTo(new PicturePair(one, other).id());
        assertThat(new PicturePair(one, other).id())
                .isNotEqualTo(new PicturePair(one, moved).id())
                .isNotEqualTo(new PicturePair(other, one).id());
    }

    @Test
    void oneWrongCharacterIsToleratedOnTheSameVoyageAndTold() {
        var origin = passage(1).build();
        var arrival = passage(2).number(MISREAD).at(ARRIVAL).place("NLRTM").build();
        var otherShip = passage(3)
                .number(MISREAD)
                .at(ARRIVAL)
                .place("NLRTM")
                .imo("9999999")
                .build();

        assertThat(past(arrival, origin).encounter()).matches(encounter -> !encounter.sameNumber());
        assertThat(past(otherShip, origin).encounter()).isNull();
    }

    @Test
    void twoGoodNumbersThatDifferInOneCharacterAreTwoContainers() {
        // Sums of 0 and of 10 share the check digit 0.
        var one = passage(1).number("MSCU1000070").build();
        var other = passage(2).number("MSCU1050070").at(ARRIVAL).place("NLRTM").build();

        assertThat(past(other, one).encounter()).isNull();
    }

    @Test
    void theNextVoyageOfTheSameContainerIsNoSecondScan() {
        var one = passage(1).build();
        var next = passage(2)
                .at(SCANNED.plus(Duration.ofDays(60)))
                .departure(DEPARTURE.plus(Duration.ofDays(60)))
                .build();

        assertThat(past(next, one).encounter()).isNull();
        assertThat(past(next, one).history().impossibleJourney()).isFalse();
    }

    @Test
    void brokenSealAndMoreWeightAreTold() {
        var origin = passage(1).seals("A", "B").weighed(20_000.0).build();
        var arrival = passage(2)
                .at(ARRIVAL)
                .place("NLRTM")
                .seals("A", "C")
                .weighed(20_060.0)
                .build();

        assertThat(past(arrival, origin).otherScan().sealChanged()).isTrue();
        assertThat(past(origin, arrival).otherScan().heavierKg()).isEqualTo(60.0);
    }

    @Test
    void aSealThatWasAddedIsNotBroken() {
        var origin = passage(1).seals("A").build();
        var arrival =
                passage(2).at(ARRIVAL).place("NLRTM").seals("A", "CUSTOMS").build();

        assertThat(past(arrival, origin).otherScan().sealChanged()).isFalse();
    }

    @Test
    void twoPlacesAtTheSameTimeAreAClone() {
        var santos = passage(1).build();
        var antwerp =
                passage(2).at(SCANNED.plus(Duration.ofHours(3))).place("BEANR").build();

        for (var history :
                List.of(past(antwerp, santos).history(), past(santos, antwerp).history())) {
            assertThat(history.inUseElsewhere()).isTrue();
            assertThat(history.hoursSinceElsewhere()).isEqualTo(3.0);
        }
        assertThat(past(antwerp, santos).history().elsewherePort()).isEqualTo("BRSSZ");
        assertThat(past(antwerp, santos).history().impossibleJourney()).isTrue();
        assertThat(past(santos, antwerp).history().impossibleJourney()).isFalse();
    }

    @Test
    void theWayToTheNextPortIsPossible() {
        var rotterdam = passage(1).place("NLRTM").build();
        var antwerp =
                passage(2).place("BEANR").at(SCANNED.plus(Duration.ofHours(2))).build();

        assertThat(past(antwerp, rotterdam).history().inUseElsewhere()).isFalse();
    }

    @Test
    void whoIsAtSeaCanNotBeScannedOnLand() {
        var santos = passage(1).build();
        var rio = passage(2)
                .place("BRRIO")
                .at(Instant.parse("2026-12-01T00:00:00Z"))
                .build();
        var backInSantos = passage(3).at(Instant.parse("2026-12-01T00:00:00Z")).build();

        assertThat(past(rio, santos).history().impossibleJourney()).isTrue();
        assertThat(past(backInSantos, santos).history().impossibleJourney()).isFalse();
    }

    @Test
    void anotherSizeTypeThanBeforeIsTold() {
        var dry = passage(1).build();
        var reefer = passage(2)
                .sizeType("45R1")
                .at(SCANNED.plus(Duration.ofDays(90)))
                .build();
        var higher = passage(3)
                .sizeType("45G1")
                .at(SCANNED.plus(Duration.ofDays(90)))
                .build();

        assertThat(past(reefer, dry).history().earlierSizeType()).isEqualTo("42G1");
        assertThat(past(higher, dry).history().otherSizeType()).isFalse();
        assertThat(past(dry, reefer).history().otherSizeType()).isFalse();
    }

    @Test
    void aSealOnTwoContainersIsTold() {
        var one = passage(1).seals("S").build();
        var other = passage(2).number("TCLU7654320").bill("OTHER").seals("S").build();

        assertThat(past(one, other).history().sealInUseElsewhere()).isTrue();
        assertThat(one.relationTo(other)).contains(Because.SAME_SEAL);
    }

    @Test
    void whatIsNotKnownIsAbsent() {
        var nothing = passage(1).number(null).place("").sizeType("").build();

        var history = past(nothing).history();

        assertThat(history.inUseElsewhere()).isNull();
        assertThat(history.impossibleJourney()).isNull();
        assertThat(history.otherSizeType()).isNull();
        assertThat(history.sealInUseElsewhere()).isNull();
        assertThat(past(nothing).lot().outlier()).isNull();
    }

    @Test
    void fromThreeContainersOnTheOddOneIsFound() {
        var lot = lot(20, 20, 190);

        assertThat(past(lot.get(2), lot).lot().outlier()).isTrue();
        assertThat(past(lot.get(0), lot).lot().outlier()).isFalse();
        assertThat(past(lot.get(0), lot).lot().seen()).isEqualTo(3);
        assertThat(past(lot.get(0), lot.subList(0, 2)).lot().outlier()).isNull();
    }

    @Test
    void twoOddOnesDoNotHideEachOther() {
        var lot = lot(20, 21, 20, 19, 20, 190, 190);

        assertThat(lot)
                .extracting(one -> past(one, lot).lot().outlier())
                .containsExactly(false, false, false, false, false, true, true);
    }

    @Test
    void otherGoodsAreFoundHoweverAlikeTheyArePacked() {
        var lot = List.of(bananas(0).build(), bananas(1).build(), bananas(2).build(), other(3).build());

        assertThat(lot).extracting(one -> past(one, lot).lot().outlier()).containsExactly(false, false, false, true);
    }

    @Test
    void theSameGoodsArePackedInManyWays() {
        var lot = List.of(
                bananas(0).build(), bananas(1).build(), bananas(2).grid(190).build());

        assertThat(past(lot.get(2), lot).lot().outlier()).isFalse();
    }

    @Test
    void whatAnotherModelMadeOfALoadIsNotCompared() {
        var lot = List.of(
                bananas(0).build(),
                bananas(1).build(),
                other(2).build(),
                // To this model, the same numbers are other goods.
                bananas(3).seenBy("b").build(),
                passage(4).number("MSCU0000014").grid(190).build());

        assertThat(past(lot.get(2), lot).lot().seen()).isEqualTo(3);
        assertThat(past(lot.get(2), lot).lot().outlier()).isTrue();
        assertThat(past(lot.get(3), lot).lot().outlier()).isFalse();
        assertThat(past(lot.get(3), lot).lot().seen()).isEqualTo(5);
        assertThat(past(lot.get(4), lot).lot().outlier()).isTrue();
    }

    /** What a scan depends on is what it is related to, both ways, in whatever order it is told. */
    @Property(tries = 300)
    void aPastDependsOnRelatedPassagesOnly(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int count) {
        var random = new Random(seed);
        var passages = new ArrayList<Passage>();
        for (var number = 1; number <= count; number++) {
            passages.add(random(number, random));
        }
        var own = passages.get(0);
        var expected = past(own, passages);
        var related = new ArrayList<>(passages.stream()
                .filter(other -> own.relationTo(other).isPresent())
                .toList());
        related.addAll(related);
        Collections.shuffle(related, random);

        assertThat(past(own, related)).isEqualTo(expected);
        for (var other : passages) {
            assertThat(other.relationTo(own)).isEqualTo(own.relationTo(other));
            // The keys bring all that is related, and nothing that would be read in vain.
            assertThat(Collections.disjoint(own.keys(), other.keys()))
                    .isEqualTo(own.relationTo(other).isEmpty());
        }
    }

    private static Passage random(int id, Random random) {
        return passage(id)
                .number(List.of(NUMBER, MISREAD, "TCLU7654320", "TCLU7654321", "TCLU765?320", "TCLU7650000")
                        .get(random.nextInt(6)))
                .at(SCANNED.plus(Duration.ofHours(random.nextInt(600))))
                .place(List.of("BRSSZ", "NLRTM", "BEANR", "").get(random.nextInt(4)))
                .bill("B" + random.nextInt(3))
                .seals("S" + random.nextInt(4))
                .sizeType(random.nextBoolean() ? "42G1" : "45R1")
                .grid(random.nextInt(3) * 60)
                .goods(random.nextInt(3))
                .seenBy(random.nextInt(4) == 0 ? "b" : "a")
                .build();
    }

    private static Draft bananas(int id) {
        return passage(id).number("MSCU00000" + (10 + id)).goods(0.02 * id);
    }

    private static Draft other(int id) {
        return bananas(id).goods(1.2);
    }

    private static List<Passage> lot(int... darkness) {
        var lot = new ArrayList<Passage>();
        for (var index = 0; index < darkness.length; index++) {
            lot.add(passage(index)
                    .number("MSCU00000" + (10 + index))
                    .grid(darkness[index])
                    .build());
        }
        return lot;
    }

    private static Past past(Passage own, Passage... others) {
        return past(own, Arrays.asList(others));
    }

    private static Past past(Passage own, List<Passage> others) {
        return Past.of(own, others, new Amendment(null, null));
    }

    private static Draft passage(int id) {
        return new Draft(id);
    }

    /** A 40-foot container from Santos to Rotterdam. */
    private static final class Draft {
        private final int id;
        private String number = NUMBER;
        private Instant at = SCANNED;
        private String place = "BRSSZ";
        private String sizeType = "42G1";
        private String bill = "B1";
        private String imo = "9321483";
        private Instant departure = DEPARTURE;
        private List<String> seals = List.of();
        private Double weighed;
        private int darkness = 20;
        private Double goods;
        private String model = "a";

        private Draft(int id) {
            this.id = id;
        }

        Draft number(String its) {
            number = its;
            return this;
        }

        Draft at(Instant its) {
            at = its;
            return this;
        }

        Draft place(String its) {
            place = its;
            return this;
        }

        Draft sizeType(String its) {
            sizeType = its;
            return this;
        }

        Draft bill(String its) {
            bill = its;
            return this;
        }

        Draft imo(String its) {
            imo = its;
            bill = "B-" + its;
            return this;
        }

        Draft departure(Instant its) {
            departure = its;
            bill = "B-" + its;
            return this;
        }

        Draft seals(String... its) {
            seals = List.of(its);
            return this;
        }

        Draft weighed(Double its) {
            weighed = its;
            return this;
        }

        Draft grid(int its) {
            darkness = its;
            return this;
        }

        /** @param angle between what the model makes of them and of others, in radians */
        Draft goods(double angle) {
            goods = angle;
            return this;
        }

        Draft seenBy(String its) {
            model = its;
            return this;
        }

        Passage build() {
            var samples = new short[200 * 50];
            for (var index = 0; index < samples.length; index++) {
                samples[index] = (short) (200 - darkness - index % 7);
            }
            return new Passage(
                    new UUID(0, id),
                    0,
                    "C-" + id,
                    number,
                    at,
                    place,
                    place.startsWith("BR") ? "EXPORT" : "IMPORT",
                    new Voyage(imo, "1", List.of("BRSSZ", "NLRTM"), departure, ARRIVAL),
                    sizeType,
                    List.of("HOUSE " + bill),
                    seals,
                    weighed,
                    LoadGrid.of(new Raster(200, 50, 8, samples), new Region(0, 0, 200, 50)),
                    goods == null
                            ? null
                            : new Embedding(model, new float[] {(float) Math.cos(goods), (float) Math.sin(goods)}),
                    new Shown("image-" + id, new Region(0, 0, 200, 50)));
        }
    }
}
