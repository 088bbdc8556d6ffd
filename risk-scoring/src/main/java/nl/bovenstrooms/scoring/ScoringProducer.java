package nl.bovenstrooms.scoring;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import nl.bovenstrooms.scoring.image.ContainerFinder;
import nl.bovenstrooms.scoring.image.ImageModel;
import nl.bovenstrooms.scoring.image.ModelFiles;
import nl.bovenstrooms.scoring.image.PooledImageModel;
import nl.bovenstrooms.scoring.rules.RuleBook;
import nl.bovenstrooms.scoring.rules.RuleBookReader;

/**
 * Reads the rule book and loads and warms the model before the first scan is taken. A mistake in either stops the start: the
 * instances that run go on with what they have, and no scan is scored by half a book.
 */
@ApplicationScoped
final class ScoringProducer {

    @Produces
    @Singleton
    @Startup
    RuleBook ruleBook() {
        return RuleBookReader.shipped();
    }

    @Produces
    @Singleton
    @Startup
    ImageModel imageModel(ScoringConfiguration configuration) {
        var model = configuration.model();
        var files = model.folder().map(ModelFiles::in).orElseGet(ModelFiles::bundled);
        // Manifests that come later are scored beside the scans: they may wait, so that no look is refused for that.
        var waiting = 4 * configuration.workers();
        return PooledImageModel.start(
                files, new PooledImageModel.Settings(configuration.workers(), waiting, model.patience()));
    }

    void close(@Disposes ImageModel model) {
        model.close();
    }

    @Produces
    @Singleton
    ContainerFinder containerFinder() {
        return new ContainerFinder();
    }
}
