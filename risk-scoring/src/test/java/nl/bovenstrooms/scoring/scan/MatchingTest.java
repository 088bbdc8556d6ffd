package nl.bovenstrooms.scoring.scan;

import static nl.bovenstrooms.scoring.scan.Examples.NUMBER;
import static nl.bovenstrooms.scoring.scan.Examples.SECOND_NUMBER;
import static nl.bovenstrooms.scoring.scan.Examples.declared;
import static nl.bovenstrooms.scoring.scan.Examples.image;
import static nl.bovenstrooms.scoring.scan.Examples.manifest;
import static nl.bovenstrooms.scoring.scan.Examples.reefer;
import static nl.bovenstrooms.scoring.scan.Examples.scan;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.bovenstrooms.contracts.event.ScanReceived.DeclaredContainer;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.scan.Look.Failed;
import nl.bovenstrooms.scoring.scan.Look.Spot;
import org.junit.jupiter.api.Test;

class MatchingTest {

    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-0000000000aa");
    private static final Spot LEFT = spot("image-1", 10);
    private static final Spot RIGHT = spot("image-1", 600);

    @Test
    void takesTheDeclaredPlaces() {
        var scan = scan(
                ID,
                manifest(reefer(NUMBER), reefer(SECOND_NUMBER)),
                image(ID, "image-1", declared(NUMBER, 600, 500), declared(SECOND_NUMBER, 10, 500)));

        assertThat(Matching.containers(scan, Map.of("image-1", List.of(LEFT, RIGHT))))
                .containsExactly(new ScannedContainer(NUMBER, RIGHT), new ScannedContainer(SECOND_NUMBER, LEFT));
    }

    @Test
    void matchesFromLeftToRightWithoutPlaces() {
        var scan = scan(
                ID,
                manifest(reefer(NUMBER), reefer(SECOND_NUMBER)),
                image(ID, "image-1", new DeclaredContainer(SECOND_NUMBER, null), new DeclaredContainer(NUMBER, null)));

        assertThat(Matching.containers(scan, Map.of("image-1", List.of(LEFT, RIGHT))))
                .containsExactly(new ScannedContainer(NUMBER, RIGHT), new ScannedContainer(SECOND_NUMBER, LEFT));
    }

    @Test
    void matchesTheManifestWhenTheImageNamesNobody() {
        var scan =
                scan(ID, manifest(reefer(NUMBER), reefer(SECOND_NUMBER)), image(ID, "image-1"), image(ID, "image-2"));
        var second = spot("image-2", 20);

        assertThat(Matching.containers(
                        scan, new java.util.TreeMap<>(Map.of("image-1", List.of(LEFT), "image-2", List.of(second)))))
                .containsExactly(new ScannedContainer(NUMBER, LEFT), new ScannedContainer(SECOND_NUMBER, second));
    }

    @Test
    void twoSpellingsOfANumberMeet() {
        var scan = scan(ID, manifest(reefer("MSCU 123456-6")), image(ID, "image-1", declared("mscu1234566", 10, 500)));

        assertThat(Matching.containers(scan, Map.of("image-1", List.of(LEFT))))
                .containsExactly(new ScannedContainer("MSCU 123456-6", LEFT));
    }

    @Test
    void aDeclaredContainerThatIsNotFoundHasNoSpot() {
        var scan = scan(ID, manifest(reefer(NUMBER), reefer(SECOND_NUMBER)), image(ID, "image-1"));

        assertThat(Matching.containers(scan, Map.of("image-1", List.of(LEFT))))
                .containsExactly(new ScannedContainer(NUMBER, LEFT), new ScannedContainer(SECOND_NUMBER, null));
    }

    @Test
    void aFoundContainerThatNobodyDeclaredHasNoNumber() {
        var scan = scan(ID, manifest(reefer(NUMBER)), image(ID, "image-1", declared(NUMBER, 10, 500)));

        assertThat(Matching.containers(scan, Map.of("image-1", List.of(LEFT, RIGHT))))
                .containsExactly(new ScannedContainer(NUMBER, LEFT), new ScannedContainer(null, RIGHT));
    }

    @Test
    void everyScanHasAtLeastOneContainer() {
        assertThat(Matching.containers(scan(ID, manifest()), Map.of()))
                .containsExactly(new ScannedContainer(null, null));
    }

    @Test
    void aSecondViewNamesAContainerButIsNotLookedAt() {
        assertThat(Matching.isPrincipal(image(ID, "image-2", "SECOND_VIEW"))).isFalse();
        assertThat(Matching.isPrincipal(image(ID, "image-1"))).isTrue();
    }

    @Test
    void aPlaceIsPlausibleUpToTheEdgeOfTheImage() {
        assertThat(Matching.isPlausible(new Region(0, 0, 1200, 300), 1200, 300)).isTrue();
        assertThat(Matching.isPlausible(new Region(1, 0, 1200, 300), 1200, 300)).isFalse();
        assertThat(Matching.isPlausible(new Region(0, 0, 24, 24), 1200, 300)).isTrue();
        assertThat(Matching.isPlausible(new Region(0, 0, 23, 24), 1200, 300)).isFalse();
        assertThat(Matching.isPlausible(new Region(0, 0, 360, 30), 1200, 300)).isTrue();
        assertThat(Matching.isPlausible(new Region(0, 0, 361, 30), 1200, 300)).isFalse();
        assertThat(Matching.isPlausible(null, 1200, 300)).isFalse();
    }

    @Test
    void anImplausiblePlaceIsLookedForInstead() {
        var tiny = new DeclaredContainer(NUMBER, new Region(0, 0, 1, 1));
        var image = image(ID, "image-1", tiny, declared(SECOND_NUMBER, 600, 500));

        assertThat(Matching.declaredPlaces(image)).containsExactly(RIGHT.region());
        assertThat(Matching.places(
                        Matching.declaredPlaces(image),
                        List.of(new Region(12, 18, 500, 202), new Region(604, 20, 500, 200))))
                .containsExactly(new Region(12, 18, 500, 202), RIGHT.region());
    }

    @Test
    void aPlaceThatMissesEveryContainerGivesWayToWhatWasFound() {
        var misplaced = new Region(700, 0, 300, 60);
        var found = List.of(new Region(10, 20, 500, 200), new Region(600, 20, 500, 200));

        assertThat(Matching.misplaced(List.of(LEFT.region(), misplaced), found)).containsExactly(misplaced);
        assertThat(Matching.places(List.of(LEFT.region(), misplaced), found))
                .containsExactly(LEFT.region(), found.get(1));
    }

    @Test
    void aDeclaredPlaceStandsWhereNothingWasFound() {
        assertThat(Matching.misplaced(List.of(LEFT.region()), List.of())).isEmpty();
        assertThat(Matching.places(List.of(LEFT.region()), List.of())).containsExactly(LEFT.region());
    }

    private static Spot spot(String imageId, int x) {
        return new Spot(imageId, new Region(x, 20, 500, 200), new Failed("not asked"));
    }
}
