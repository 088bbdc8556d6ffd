package nl.bovenstrooms.simulator.scene;

import java.util.List;

/**
 * Contraband in one container.
 *
 * @param kilograms of contraband alone
 * @param solids the contraband and its wrapping, and as hollows the goods that it takes the place of
 */
public record Threat(Contraband kind, HidingPlace place, double kilograms, List<Solid> solids) {

    public Threat {
        solids = List.copyOf(solids);
    }
}
