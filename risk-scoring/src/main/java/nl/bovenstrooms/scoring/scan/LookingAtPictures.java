package nl.bovenstrooms.scoring.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import nl.bovenstrooms.contracts.event.DeterministicId;
import nl.bovenstrooms.contracts.event.ScanReceived;
import nl.bovenstrooms.contracts.event.ScanReceived.ScanImage;
import nl.bovenstrooms.contracts.event.ScanScored.HeatMap;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.ScoringConfiguration;
import nl.bovenstrooms.scoring.history.LoadGrid;
import nl.bovenstrooms.scoring.image.ContainerFinder;
import nl.bovenstrooms.scoring.image.ImageFindings.Seen;
import nl.bovenstrooms.scoring.image.ImageModel;
import nl.bovenstrooms.scoring.image.ImageModelFailed;
import nl.bovenstrooms.scoring.scan.Look.Answered;
import nl.bovenstrooms.scoring.scan.Look.Failed;
import nl.bovenstrooms.scoring.scan.Look.Spot;
import nl.bovenstrooms.scoring.scan.Pictures.Picture;
import org.jboss.logging.Logger;

/**
 * Finds the containers in the pictures of a scan and has the model look at each. One picture is in memory at a time. A model
 * that fails is asked again; when that does not help, the look is {@link Failed} and the scan is scored without it.
 */
@ApplicationScoped
class LookingAtPictures {

    private static final Logger LOG = Logger.getLogger(LookingAtPictures.class);

    private final Pictures pictures;
    private final ContainerFinder finder;
    private final ScoringMetrics metrics;
    private final Retrying retrying;

    @Inject
    LookingAtPictures(
            Pictures pictures, ContainerFinder finder, ScoringMetrics metrics, ScoringConfiguration configuration) {
        this(
                pictures,
                finder,
                metrics,
                Retrying.of(
                        configuration.model().attempts(), configuration.model().pause()));
    }

    LookingAtPictures(Pictures pictures, ContainerFinder finder, ScoringMetrics metrics, Retrying retrying) {
        this.pictures = pictures;
        this.finder = finder;
        this.metrics = metrics;
        this.retrying = retrying;
    }

    /**
     * @param model looks at all of them
     * @throws ScanNotScorable when a picture is missing or damaged, or a heat map can't be stored
     */
    Sight look(ScanReceived scan, ImageModel model) {
        var spots = new LinkedHashMap<String, List<Spot>>();
        scan.images().stream()
                .filter(Matching::isPrincipal)
                .forEach(image -> spots.put(image.imageId(), look(scan, image, model)));
        return new Sight(model.version(), model.digest(), spots);
    }

    private List<Spot> look(ScanReceived scan, ScanImage image, ImageModel model) {
        var picture = pictures.of(image);
        var declared = Matching.declaredPlaces(image);
        var found = find(image, picture);
        for (var misplaced : Matching.misplaced(declared, found)) {
            LOG.warnf(
                    "No container was found near %s, where the source says that one stands in %s",
                    misplaced, image.raster().principal().key());
        }
        var spots = new ArrayList<Spot>();
        for (var place : Matching.places(declared, found)) {
            spots.add(spot(scan, image, picture, place, model));
        }
        return spots;
    }

    private Spot spot(ScanReceived scan, ScanImage image, Picture picture, Region place, ImageModel model) {
        var look = look(image, picture, place, model);
        if (!(look instanceof Answered answered) || !(answered.findings() instanceof Seen seen)) {
            return new Spot(image.imageId(), place, look);
        }
        return new Spot(
                image.imageId(),
                place,
                look,
                keptHeatMap(scan, image, place, model, seen.heatMap()),
                LoadGrid.of(picture.principal(), place));
    }

    /** Under a key that says all that it depends on, so that a repeated look writes the same in the same place. */
    private HeatMap keptHeatMap(ScanReceived scan, ScanImage image, Region place, ImageModel model, Raster map) {
        var id = DeterministicId.of(
                "heat map", scan.scanId().toString(), image.imageId(), place.toString(), model.digest());
        var key = "%s/%s/heat/%s".formatted(scan.tenant(), scan.scanId(), id);
        pictures.keepHeatMap(key, map);
        return new HeatMap(key, map.width(), map.height(), place);
    }

    private List<Region> find(ScanImage image, Picture picture) {
        try {
            return finder.find(picture.principal());
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "No container could be looked for in %s",
                    image.raster().principal().key());
            metrics.modelFailed();
            return List.of();
        }
    }

    private Look look(ScanImage image, Picture picture, Region place, ImageModel model) {
        try {
            return new Answered(retrying.call(
                    () -> model.look(picture.principal(), picture.low(), place),
                    failure -> failure instanceof ImageModelFailed));
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "The model gave no answer for %s at %s",
                    image.raster().principal().key(),
                    place);
            metrics.modelFailed();
            return new Failed(String.valueOf(e.getMessage()));
        }
    }
}
