package nl.bovenstrooms.scoring;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import nl.bovenstrooms.scoring.image.ContainerFinder;
import nl.bovenstrooms.scoring.image.ImageModel;
import nl.bovenstrooms.scoring.image.ModelFiles;
import nl.bovenstrooms.scoring.image.PooledImageModel;
import nl.bovenstrooms.scoring.rules.ActiveRuleBook;
import nl.bovenstrooms.scoring.rules.RuleBook;
import org.jboss.logging.Logger;

/**
 * Reads the rule book and loads and warms the model before the first scan is taken. A mistake in either stops the start: the
 * instances that run go on with what they have, and no scan is scored by half a book.
 */
@ApplicationScoped
final class ScoringProducer {

    private static final Logger LOG = Logger.getLogger(ScoringProducer.class);

    /** Before the consumers start: a scan that met a model that can't be loaded would be a dead letter. */
    void start(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event,
            RuleBook ruleBook,
            WatchingRuleBook watchingRules,
            ScoringConfiguration configuration,
            ImageModel model) {
        LOG.infof(
                "Scores with rule book %s (%d rules) and image model %s",
                ruleBook.version(), ruleBook.rules().size(), model.version());
        watchingRules.start(configuration.rules().watch());
    }

    @Produces
    @Singleton
    ActiveRuleBook activeRuleBook(ScoringConfiguration configuration) {
        var rules = configuration.rules();
        return rules.folder()
                .map(folder -> ActiveRuleBook.in(folder, rules.twoPersons()))
                .orElseGet(() -> ActiveRuleBook.shipped(rules.twoPersons()));
    }

    /** The one in force when it is asked for. */
    @Produces
    @Dependent
    RuleBook ruleBook(ActiveRuleBook active) {
        return active.get();
    }

    @Produces
    @Singleton
    WatchingRuleBook watchingRuleBook(ActiveRuleBook active, MeterRegistry registry) {
        return new WatchingRuleBook(active, registry);
    }

    void close(@Disposes WatchingRuleBook watching) {
        watching.close();
    }

    @Produces
    @Singleton
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
