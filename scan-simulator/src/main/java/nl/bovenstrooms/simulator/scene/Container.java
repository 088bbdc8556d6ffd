package nl.bovenstrooms.simulator.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.bovenstrooms.simulator.Chance;
import org.jspecify.annotations.Nullable;

/**
 * A container with all that is in it, in its own axes.
 *
 * @param shell the box itself
 * @param confusers what looks wrong and is not
 * @param threat null when there is nothing to be found
 */
public record Container(
        BoxType box,
        List<Solid> shell,
        Load load,
        List<Solid> confusers,
        @Nullable Threat threat) {

    public Container {
        shell = List.copyOf(shell);
        confusers = List.copyOf(confusers);
    }

    /**
     * Without contraband.
     *
     * @param lot what all containers of one bill of lading have in common
     * @param own this container's
     */
    public static Container of(BoxType box, LoadKind kind, Chance lot, Chance own) {
        var load = Load.of(kind, box, lot.of("load"), own.of("load"));
        return new Container(
                box,
                ContainerShell.of(box, own.of("shell")).solids(),
                load,
                Confusers.in(box, load, own.of("confusers")),
                null);
    }

    /** The same container with contraband, in a place that it has. */
    public Container withThreat(Chance chance) {
        for (var attempt = 0; attempt < 6; attempt++) {
            var threat = Hiding.in(box, load, chance.of(attempt));
            if (threat.isPresent()) {
                return with(threat.get());
            }
        }
        return this;
    }

    /**
     * The same container with contraband.
     *
     * @param places to choose from; empty, or none that it has, for any place that it has
     */
    public Container withThreat(Set<HidingPlace> places, Chance chance) {
        var possible = places.stream()
                .filter(place -> place.existsIn(box, load.kind()))
                .sorted()
                .toList();
        for (var attempt = 0; attempt < 3 && !possible.isEmpty(); attempt++) {
            var own = chance.of("place").of(attempt);
            var threat = Hiding.at(own.oneOf(possible), box, load, own);
            if (threat.isPresent()) {
                return with(threat.get());
            }
        }
        return withThreat(chance);
    }

    /** The same container with contraband in the given place; without it where the container has no such place. */
    public Container withThreat(HidingPlace place, Chance chance) {
        for (var attempt = 0; attempt < 4; attempt++) {
            var threat = Hiding.at(place, box, load, chance.of(attempt));
            if (threat.isPresent()) {
                return with(threat.get());
            }
        }
        return this;
    }

    /** The same container with harmless things in it that are seen nowhere else. */
    public Container withStrangeThings(Chance chance) {
        var more = new ArrayList<>(confusers);
        more.addAll(StrangeThings.in(box, load, chance));
        return new Container(box, shell, load, more, threat);
    }

    /** The same container before anything was put in. */
    public Container withoutThreat() {
        return new Container(box, shell, load, confusers, null);
    }

    private Container with(Threat added) {
        return new Container(box, shell, load, confusers, added);
    }

    public Optional<Threat> hidden() {
        return Optional.ofNullable(threat);
    }

    /** Of all that is in the box, in kg. */
    public double contentsKg() {
        var sum = load.kilograms();
        for (var solid : confusers) {
            sum += solid.mass();
        }
        if (threat != null) {
            for (var solid : threat.solids()) {
                sum += solid.mass();
            }
        }
        return sum;
    }

    /** All of it. */
    List<Solid> solids() {
        var all = new ArrayList<Solid>(shell.size() + load.solids().size() + confusers.size() + 64);
        all.addAll(shell);
        all.addAll(load.solids());
        all.addAll(confusers);
        if (threat != null) {
            all.addAll(threat.solids());
        }
        return all;
    }
}
