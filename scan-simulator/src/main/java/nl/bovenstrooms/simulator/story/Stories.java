package nl.bovenstrooms.simulator.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.bovenstrooms.contracts.event.DeterministicId;
import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.scene.HidingPlace;
import nl.bovenstrooms.simulator.scene.LoadKind;
import nl.bovenstrooms.simulator.story.ManifestWriting.Times;
import org.jspecify.annotations.Nullable;

/**
 * Bills of lading with all that is scanned of them over four months, at consistent times: lots, second scans, corrections,
 * numbers in use twice. What looks odd and is not happens to honest ones at the rates of the scenario; smugglers add what their
 * {@linkplain Smuggling method} leaves behind. The rate {@link Twist#ARRIVAL} is how many containers are scanned again on arrival.
 *
 * <p>Any story can be made without the others. Whoever measures draws as many smuggled ones as are needed and gives them less weight.
 */
public final class Stories {

    private static final Duration PERIOD = Duration.ofDays(120);
    private static final Duration CLOSE = Duration.ofHours(60);

    /** No port scans more of one bill of lading. */
    private static final int MOST_SCANNED = 4;

    /** So many containers into which something is put on the way were scanned before. */
    private static final double SCANNED_BEFORE = 0.7;

    /** Goods that smugglers prefer: they are let through quickly, and come from where cocaine does. */
    private static final double PREFERRED = 0.4;

    private static final List<LoadKind> PREFERENCES =
            List.of(LoadKind.BANANAS, LoadKind.MANGOES, LoadKind.CITRUS, LoadKind.FROZEN_FISH, LoadKind.JUICE_DRUMS);

    /** The same for all containers of a bill. */
    private static final Set<Twist> OF_BILL =
            EnumSet.of(Twist.OTHER_GOODS, Twist.VAGUE_GOODS, Twist.NO_ADDRESS, Twist.AMENDED, Twist.NO_CUT_OFF);

    /** The same whenever a container is scanned. */
    private static final Set<Twist> OF_CONTAINER =
            EnumSet.of(Twist.OTHER_WEIGHT, Twist.DECLARED_EMPTY, Twist.CLONE, Twist.ODD_LOAD);

    private static final Set<Twist> OF_SCAN = EnumSet.of(
            Twist.BAD_CHECK_DIGIT, Twist.UNREADABLE_NUMBER, Twist.NO_SEAL, Twist.CONTINGENCY, Twist.OPERATOR_MARK);

    private final Scenario scenario;
    private final Instant start;
    private final String name;
    private final Chance chance;
    private final Chance ports;

    public Stories(Scenario scenario, long seed, Instant start) {
        this.scenario = scenario;
        this.start = start;
        name = scenario.title() + "/" + seed;
        chance = new Chance(seed).of("stories of " + scenario.title());
        // The same machines stand in the same ports, whatever is scanned.
        ports = new Chance(0).of("ports of " + scenario.title());
    }

    /** One without contraband. */
    public Story honest(long index) {
        return new Telling(index, null).story();
    }

    /** One with contraband in one of its containers, or, now and then, in none since there was no room. */
    public Story smuggled(long index) {
        return new Telling(index, Smuggling.drawn(own(index, true).of("method"))).story();
    }

    private Chance own(long index, boolean smuggled) {
        return chance.of(smuggled ? "smuggled" : "honest").of(index);
    }

    private Shipment shipment(Chance own, boolean smuggled) {
        var source = Planning.source(scenario, own);
        var goods = own.of("preference");
        var preferred = PREFERENCES.stream()
                .filter(kind -> source.goods().isEmpty() || source.goods().containsKey(kind))
                .toList();
        return Shipment.of(
                own.of("shipment"),
                source,
                Planning.size(own.of("size")),
                smuggled && goods.in(PREFERRED) && !preferred.isEmpty() ? goods.oneOf(preferred) : null);
    }

    /** Of the honest story that has the same index or, for an honest one, of its neighbour: they pass about the same time. */
    private String otherNumber(long index, boolean smuggled) {
        var other = own(smuggled ? index : index ^ 1, false);
        return shipment(other, false).number(0).value();
    }

    /** Tells one story. */
    private final class Telling {

        private final long index;
        private final @Nullable Smuggling smuggling;
        private final Chance own;
        private final Shipment shipment;
        private final Instant begin;
        private final Instant departure;
        private final List<Supplier<Story.Scan>> scans = new ArrayList<>();

        Telling(long index, @Nullable Smuggling smuggling) {
            this.index = index;
            this.smuggling = smuggling;
            own = own(index, smuggling != null);
            shipment = shipment(own, smuggling != null);
            begin = start.plusSeconds(chance.of("day").of(index / 2).between(0, (int) PERIOD.toSeconds()))
                    .plusSeconds(own.of("begin").between(0, (int) CLOSE.toSeconds()));
            departure = begin.plus(Duration.ofHours(30)).plus(Times.untilDeparture(own.of("trip")));
        }

        Story story() {
            var bill = drawn(OF_BILL, own.of("bill"), true);
            for (var member = 0; member < Math.min(MOST_SCANNED, shipment.size()); member++) {
                container(member, smuggling != null && member == 0, bill);
            }
            return new Story(storyName(), smuggling, scans);
        }

        private String storyName() {
            return name + (smuggling == null ? "/honest/" : "/smuggled/") + index;
        }

        /** @param isHolder whether the contraband is in this one */
        private void container(int member, boolean isHolder, Set<Twist> bill) {
            var chances = own.of("container").of(member);
            var lasting = EnumSet.copyOf(bill);
            lasting.addAll(drawn(OF_CONTAINER, chances.of("lasting"), isHolder));
            if (shipment.size() == 1) {
                lasting.remove(Twist.ODD_LOAD);
            }
            var isAddedUnderway = isHolder && smuggling == Smuggling.RIP_ON_UNDERWAY;
            var atLoading = EnumSet.copyOf(lasting);
            atLoading.addAll(drawn(OF_SCAN, chances.of("at loading"), isHolder));
            if (isHolder && !isAddedUnderway) {
                atLoading.add(Twist.THREAT);
            }
            var places = smuggling == null ? Set.<HidingPlace>of() : smuggling.places();
            var origin = new Plan(2L * member, shipment, List.of(member), atLoading, null, places);
            var passesAt = begin.plus(Duration.ofMinutes(chances.of("at").between(0, 30 * 60)));
            if (!isAddedUnderway || chances.of("before").in(SCANNED_BEFORE)) {
                scans.add(() -> scan(origin, new Times(passesAt, departure)));
            }
            if (isAddedUnderway || chances.of("again").in(scenario.rate(Twist.ARRIVAL))) {
                var onArrival = EnumSet.copyOf(lasting);
                onArrival.add(Twist.ARRIVAL);
                onArrival.addAll(drawn(OF_SCAN, chances.of("on arrival"), isHolder));
                onArrival.addAll(drawn(EnumSet.of(Twist.RESEALED), chances.of("underway"), isHolder));
                if (isAddedUnderway) {
                    onArrival.add(Twist.ADDED_UNDERWAY);
                }
                var arrival = new Plan(2L * member + 1, shipment, List.of(member), onArrival, origin, places);
                var arrivesAt = departure
                        .plus(ManifestWriting.VOYAGE)
                        .plus(Duration.ofMinutes(chances.of("arrives").between(62 * 60, 130 * 60)));
                scans.add(() -> scan(arrival, new Times(arrivesAt, departure)));
            }
        }

        private Set<Twist> drawn(Set<Twist> possible, Chance from, boolean isHolder) {
            var drawn = EnumSet.noneOf(Twist.class);
            for (var twist : possible) {
                var tell = smuggling == null || !isHolder ? 0 : smuggling.rate(twist);
                if (from.of(twist.name()).in(1 - (1 - scenario.rate(twist)) * (1 - tell))) {
                    drawn.add(twist);
                }
            }
            return drawn;
        }

        private Story.Scan scan(Plan plan, Times times) {
            var port = plan.origin() == null ? shipment.source() : scenario.arrivals();
            var loading = Loading.of(plan);
            var chances = own.of("passage").of(plan.index());
            var photograph = Photograph.of(loading.containers(), port, ports, chances.of("photograph"));
            var scanId = scanId(plan);
            var writing = writing(plan, port, loading, photograph, times, chances);
            var manifest = writing.manifest(scanId.toString());
            // What is amended is amended before the ship sails.
            var before = plan.has(Twist.AMENDED) && plan.origin() == null
                    ? writing(sentFirst(plan), port, loading, photograph, times, chances)
                            .manifest(scanId.toString())
                    : null;
            var latest = before == null ? manifest : writing.correctionOf(before, scanId.toString());
            var origin = plan.origin();
            return new Story.Scan(
                    new Passage(
                            scanId,
                            port.authority(),
                            latest,
                            Passages.json(latest),
                            photograph.files(),
                            photograph.truth(plan, loading, origin == null ? null : scanId(origin))),
                    before);
        }

        private ManifestWriting writing(
                Plan plan, Source port, Loading loading, Photograph photograph, Times times, Chance chances) {
            return new ManifestWriting(
                    plan,
                    port,
                    loading,
                    photograph,
                    otherNumber(index, smuggling != null),
                    times,
                    chances.of("manifest"));
        }

        /** Other goods, another mass, or a description that said nothing. */
        private Plan sentFirst(Plan plan) {
            var twists = EnumSet.copyOf(plan.twists());
            var first = own.of("sent first").oneOf(List.of(Twist.OTHER_GOODS, Twist.OTHER_WEIGHT, Twist.VAGUE_GOODS));
            if (!twists.remove(first)) {
                twists.add(first);
            }
            return new Plan(plan.index(), plan.shipment(), plan.members(), twists, plan.origin(), plan.places());
        }

        private UUID scanId(Plan plan) {
            return DeterministicId.of("simulated-story", storyName(), Long.toString(plan.index()));
        }
    }
}
