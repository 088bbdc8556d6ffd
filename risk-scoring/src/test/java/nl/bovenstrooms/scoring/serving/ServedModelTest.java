package nl.bovenstrooms.scoring.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import nl.bovenstrooms.scoring.image.ImageModelFailed;
import org.junit.jupiter.api.Test;

class ServedModelTest {

    private final Room room = new Room(2);
    private final FakeModel first = new FakeModel("first", 1);
    private final FakeModel second = new FakeModel("second", 2);
    private final ServedModel served =
            new ServedModel(first, new Shadow(Runnable::run, room, new SimpleMeterRegistry()), room);

    @Test
    void aScanThatHasBegunFinishesOnTheModelItBeganWith() {
        served.use("1", model -> {
            served.replaceBy(second);
            assertThat(model.version()).isEqualTo("first");
            assertThat(first.isClosed).isFalse();
            assertThat(served.version()).isEqualTo("second");
            assertThat(served.<String>use("2", next -> next.version())).isEqualTo("second");
            return model.look(FakeModel.PICTURE, null, FakeModel.CONTAINER);
        });
        assertThat(first.isClosed).isTrue();
        assertThat(second.isClosed).isFalse();
    }

    @Test
    void theReplacedOneIsClosedWhenTheLastOfItsScansIsDone() {
        served.use("1", one -> {
            served.use("2", other -> {
                served.replaceBy(second);
                return other;
            });
            assertThat(first.isClosed).isFalse();
            return one;
        });
        assertThat(first.isClosed).isTrue();
    }

    @Test
    void oneThatNobodyUsesIsClosedAtOnce() {
        served.replaceBy(second);
        assertThat(first.isClosed).isTrue();
        served.close();
        assertThat(second.isClosed).isTrue();
    }

    @Test
    void aScanThatFailsGivesTheModelBackToo() {
        assertThatThrownBy(() -> served.use("1", model -> {
                    throw new ImageModelFailed("on purpose");
                }))
                .isInstanceOf(ImageModelFailed.class);
        served.replaceBy(second);
        assertThat(first.isClosed).isTrue();
        assertThat(room.isLeft()).isTrue();
    }
}
