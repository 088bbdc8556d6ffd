package nl.bovenstrooms.imagestore;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Opens the store that {@code bovenstrooms.image-store.uri} names, once for a service. It stays open until the process ends: who
 * still reads while the service stops would otherwise use memory that the native library has given back, which brings the whole
 * process down.
 */
@ApplicationScoped
final class ImageStoreProducer {

    @Produces
    @Singleton
    ImageStore imageStore(@ConfigProperty(name = "bovenstrooms.image-store.uri") URI uri) {
        return ImageStore.at(uri);
    }
}
