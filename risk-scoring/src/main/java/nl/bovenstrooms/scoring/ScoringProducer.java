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
import nl.bovenstrooms.scoring.image.ModelFiles;
import nl.bovenstrooms.scoring.image.PooledImageModel;
import nl.bovenstrooms.scoring.rules.ActiveRuleBook;
import nl.bovenstrooms.scoring.rules.RuleBook;
import nl.bovenstrooms.scoring.serving.Room;
import nl.bovenstrooms.scoring.serving.ServedModel;
import nl.bovenstrooms.scoring.serving.Shadow;
import nl.bovenstrooms.scoring.serving.WatchingModelFolders;
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
            ServedModel model,
            WatchingModelFolders watchingModels,
            ScoringConfiguration configuration) {
        LOG.infof(
                "Scores with rule book %s (%d rules) and image model %s",
                ruleBook.version(), ruleBook.rules().size(), model.version());
        watchingRules.start(configuration.rules().watch());
        watchingModels.start(configuration.model().watch());
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
    Room room(ScoringConfiguration configuration) {
        return new Room(configuration.workers());
    }

    @Produces
    @Singleton
    Shadow shadow(Room room, MeterRegistry registry) {
        return Shadow.on(room, registry);
    }

    void close(@Disposes Shadow shadow) {
        shadow.close();
    }

    @Produces
    @Singleton
    ServedModel servedModel(ScoringConfiguration configuration, Shadow shadow, Room room) {
        var model = configuration.model();
        var files = model.folder()
                .map(folder -> ModelFiles.in(folder, model.engine()))
                .orElseGet(() -> ModelFiles.bundled(model.engine()));
        return new ServedModel(PooledImageModel.start(files, configuration.workers()), shadow, room);
    }

    void close(@Disposes ServedModel model) {
        model.close();
    }

    @Produces
    @Singleton
    WatchingModelFolders watching(
            ScoringConfiguration configuration, ServedModel served, Shadow shadow, MeterRegistry registry) {
        var model = configuration.model();
        var watching = new WatchingModelFolders(model.engine(), registry);
        model.folder().ifPresent(folder -> watching.serve(folder, served, configuration.workers()));
        model.shadow().ifPresent(folder -> watching.shadow(folder, shadow));
        return watching;
    }

    void close(@Disposes WatchingModelFolders watching) {
        watching.close();
    }

    @Produces
    @Singleton
    ContainerFinder containerFinder() {
        return new ContainerFinder();
    }
}
