package nl.bovenstrooms.simulator.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import nl.bovenstrooms.contracts.container.CheckDigit;
import nl.bovenstrooms.simulator.Chance;
import org.junit.jupiter.api.Test;

class PlanningTest {

    private static Planning planning(String scenario, long seed) {
        return new Planning(Scenarios.shipped(scenario), new Chance(seed));
    }

    @Test
    void twistsComeAsOftenAsTheScenarioSays() {
        var planning = planning("training", 1);
        var threats = 0;
        var two = 0;
        for (var index = 0; index < 2000; index++) {
            var plan = planning.plan(index);
            threats += plan.has(Twist.THREAT) ? 1 : 0;
            two += plan.has(Twist.TWO_CONTAINERS) ? 1 : 0;
        }
        assertThat(threats / 2000.0).isCloseTo(0.5, within(0.04));
        assertThat(two / 2000.0).isCloseTo(0.15, within(0.03));
    }

    @Test
    void noContainerLeavesTwice() {
        var planning = planning("santos-export", 2);
        var seen = new HashSet<String>();
        for (var index = 0; index < 600; index++) {
            var plan = planning.plan(index);
            if (plan.origin() == null) {
                for (var member : plan.members()) {
                    assertThat(seen.add(plan.shipment().number(member).value())).isTrue();
                    assertThat(plan.shipment().number(member).checkDigit()).isEqualTo(CheckDigit.CORRECT);
                }
            }
        }
    }

    @Test
    void anArrivalHasLeftBeforeAndOnlyOnce() {
        var planning = planning("evaluation", 3);
        var origins = new HashSet<Long>();
        var arrivals = 0;
        for (var index = 0L; index < 600; index++) {
            var plan = planning.plan(index);
            if (plan.origin() != null) {
                arrivals++;
                assertThat(plan.origin().index()).isLessThan(index);
                assertThat(origins.add(plan.origin().index())).isTrue();
            }
        }
        assertThat(arrivals).isGreaterThan(40);
    }

    @Test
    void lotsHaveOneToFortyContainers() {
        var planning = planning("santos-export", 4);
        var sizes = new HashMap<Integer, Integer>();
        for (var index = 0; index < 2000; index++) {
            sizes.merge(planning.plan(index).shipment().size(), 1, Integer::sum);
        }
        assertThat(sizes.keySet()).allMatch(size -> size >= 1 && size <= 40).contains(1, 2, 5);
        assertThat(sizes.keySet()).anyMatch(size -> size > 12);
    }

    @Test
    void aPassageIsTheSameWhateverWasPlannedBefore() {
        var planning = planning("demo", 5);
        var alone = planning("demo", 5).plan(77);
        for (var index = 0; index < 77; index++) {
            var unused = planning.plan(index);
        }
        assertThat(planning.plan(77).twists()).isEqualTo(alone.twists());
        assertThat(planning.plan(77).shipment().number(0))
                .isEqualTo(alone.shipment().number(0));
    }
}
