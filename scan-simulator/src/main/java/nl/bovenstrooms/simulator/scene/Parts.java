package nl.bovenstrooms.simulator.scene;

import java.util.ArrayList;
import java.util.List;
import nl.bovenstrooms.simulator.physics.Material;
import nl.bovenstrooms.simulator.scene.Solid.Block;
import nl.bovenstrooms.simulator.scene.Solid.Cylinder;
import nl.bovenstrooms.simulator.scene.Solid.Cylinder.Axis;
import nl.bovenstrooms.simulator.scene.Solid.Edge;
import nl.bovenstrooms.simulator.scene.Solid.Ellipsoid;
import nl.bovenstrooms.simulator.scene.Solid.Wedge;

/** Solids being put together, all of one layer. Lengths in metres, densities in g/cm3. */
public final class Parts {

    private final Layer layer;
    private final List<Solid> solids = new ArrayList<>();
    private double mass;

    public Parts(Layer layer) {
        this.layer = layer;
    }

    public List<Solid> solids() {
        return List.copyOf(solids);
    }

    /** Of all so far, in kg. */
    public double mass() {
        return mass;
    }

    /** How many there are so far. */
    int count() {
        return solids.size();
    }

    void add(Solid solid) {
        solids.add(solid);
        mass += solid.mass();
    }

    void addAll(List<Solid> others) {
        others.forEach(this::add);
    }

    /** Takes away all from a place in the order on, for a unit that does not fit after all. */
    void removeFrom(int place) {
        var gone = solids.subList(place, solids.size());
        gone.forEach(solid -> mass -= solid.mass());
        gone.clear();
    }

    Parts block(Material material, double density, double x0, double x1, double y0, double y1, double z0, double z1) {
        if (x1 > x0 && y1 > y0 && z1 > z0) {
            add(new Block(layer, material, density, x0, x1, y0, y1, z0, z1));
        }
        return this;
    }

    Parts wedge(Material material, double density, double x0, double x1, double y0, double y1, Edge bottom, Edge top) {
        if (x1 > x0 && y1 > y0) {
            add(new Wedge(layer, material, density, x0, x1, y0, y1, bottom, top));
        }
        return this;
    }

    Parts drum(Material material, double density, double x, double y, double radius, double z0, double z1) {
        add(new Cylinder(layer, material, density, Axis.UPRIGHT, radius, z0, z1, x, y));
        return this;
    }

    Parts wheel(Material material, double density, double x, double z, double radius, double y0, double y1) {
        add(new Cylinder(layer, material, density, Axis.ACROSS, radius, y0, y1, x, z));
        return this;
    }

    Parts log(Material material, double density, double y, double z, double radius, double x0, double x1) {
        add(new Cylinder(layer, material, density, Axis.ALONG, radius, x0, x1, y, z));
        return this;
    }

    Parts lump(
            Material material,
            double density,
            double x,
            double y,
            double z,
            double radiusX,
            double radiusY,
            double radiusZ) {
        add(new Ellipsoid(layer, material, density, x, y, z, radiusX, radiusY, radiusZ));
        return this;
    }

    /** Six plates. */
    Parts shell(
            Material material,
            double density,
            double thickness,
            double x0,
            double x1,
            double y0,
            double y1,
            double z0,
            double z1) {
        block(material, density, x0, x1, y0, y1, z0, z0 + thickness);
        block(material, density, x0, x1, y0, y1, z1 - thickness, z1);
        block(material, density, x0, x1, y0, y0 + thickness, z0 + thickness, z1 - thickness);
        block(material, density, x0, x1, y1 - thickness, y1, z0 + thickness, z1 - thickness);
        block(material, density, x0, x0 + thickness, y0 + thickness, y1 - thickness, z0 + thickness, z1 - thickness);
        return block(
                material, density, x1 - thickness, x1, y0 + thickness, y1 - thickness, z0 + thickness, z1 - thickness);
    }
}
