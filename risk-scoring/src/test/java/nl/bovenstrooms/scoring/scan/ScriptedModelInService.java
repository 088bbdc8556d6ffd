package nl.bovenstrooms.scoring.scan;

import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.Set;

/** Takes the place of the image model in the running service, for tests with {@link Profile}. */
@Alternative
@Singleton
class ScriptedModelInService extends ScriptedModel {

    public static final class Profile implements QuarkusTestProfile {

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(ScriptedModelInService.class);
        }
    }
}
