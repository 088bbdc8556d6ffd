package nl.bovenstrooms.scoring.scan;

import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import nl.bovenstrooms.scoring.serving.Room;
import nl.bovenstrooms.scoring.serving.ServedModel;
import nl.bovenstrooms.scoring.serving.Shadow;

/** Takes the place of the image model in the running service, for tests with {@link Profile}. */
@Alternative
@Singleton
public class ScriptedModelInService extends ScriptedModel {

    @Produces
    @Singleton
    ServedModel inService(Shadow shadow, Room room) {
        return new ServedModel(this, shadow, room);
    }

    public static final class Profile implements QuarkusTestProfile {

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(ScriptedModelInService.class);
        }
    }
}
