package nl.bovenstrooms.scoring.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import nl.bovenstrooms.scoring.image.ImageFindings.Seen;
import org.junit.jupiter.api.Test;

class ShadowTest {

    private final Room room = new Room(1);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<Runnable> later = new ArrayList<>();
    private final Shadow shadow = new Shadow(later::add, room, registry);
    private final FakeModel served = new FakeModel("served", 1);
    private final FakeModel beside = new FakeModel("beside", 1.75);

    @Test
    void theDifferenceIsMeteredUnderBothDigests() {
        shadow.replaceBy(beside);
        look();
        aMomentLater();
        var difference = registry.get("bovenstrooms.scoring.shadow.difference")
                .tag("shadow", "beside-digest")
                .tag("served", "served-digest")
                .tag("direction", "higher")
                .summary();
        assertThat(difference.count()).isEqualTo(1);
        assertThat(difference.totalAmount()).isCloseTo(0.75, within(1e-9));
        assertThat(looks("COMPARED")).isEqualTo(1);
    }

    @Test
    void theScoreIsThatOfTheModelInService() {
        shadow.replaceBy(beside);
        assertThat(look().logOdds()).isCloseTo(1, within(1e-9));
        assertThat(beside.looks).isZero();
        aMomentLater();
        assertThat(beside.looks).isEqualTo(1);
    }

    @Test
    void withoutAShadowTheModelIsGivenAsItIs() {
        assertThat(shadow.beside(served, "scan")).isSameAs(served);
    }

    @Test
    void whatComesWhileItIsBusyIsDropped() {
        shadow.replaceBy(beside);
        look();
        look();
        aMomentLater();
        look();
        aMomentLater();
        assertThat(looks("COMPARED")).isEqualTo(2);
        assertThat(looks("DROPPED")).isEqualTo(1);
    }

    @Test
    void underLoadItDoesNotLook() {
        shadow.replaceBy(beside);
        look();
        room.enter();
        aMomentLater();
        assertThat(beside.looks).isZero();
        assertThat(looks("DROPPED")).isEqualTo(1);
        room.leave();
        look();
        aMomentLater();
        assertThat(beside.looks).isEqualTo(1);
    }

    @Test
    void oneThatFailsDisturbsNobody() {
        beside.isBroken = true;
        shadow.replaceBy(beside);
        look();
        aMomentLater();
        assertThat(looks("FAILED")).isEqualTo(1);
        beside.isBroken = false;
        look();
        aMomentLater();
        assertThat(looks("COMPARED")).isEqualTo(1);
    }

    @Test
    void oneThatIsReplacedIsClosed() {
        shadow.replaceBy(beside);
        var next = new FakeModel("next", 0);
        shadow.replaceBy(next);
        assertThat(beside.isClosed).isTrue();
        shadow.close();
        assertThat(next.isClosed).isTrue();
    }

    private Seen look() {
        return (Seen) shadow.beside(served, "scan").look(FakeModel.PICTURE, null, FakeModel.CONTAINER);
    }

    private void aMomentLater() {
        var tasks = List.copyOf(later);
        later.clear();
        tasks.forEach(Runnable::run);
    }

    private double looks(String outcome) {
        return registry.counter("bovenstrooms.scoring.shadow.looks", "outcome", outcome)
                .count();
    }
}
