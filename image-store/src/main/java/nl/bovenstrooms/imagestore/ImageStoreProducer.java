package nl.bovenstrooms.imagestore;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens the store that {@code bovenstrooms.image-store.uri} names, once for a service. */
@ApplicationScoped
final class ImageStoreProducer {

    @Produces
    @Singleton
    ImageStore imageStore(@ConfigProperty(name = "bovenstrooms.image-store.uri") URI uri) {
        return ImageStore.at(uri);
    }

    void close(@Disposes ImageStore store) {
        store.close();
    }
}
