package nl.bovenstrooms.simulator.physics;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a material consists of.
 *
 * @param weightShares element symbol to share of the weight; they add up to 1
 */
record Composition(Map<String, Double> weightShares) {

    Composition {
        weightShares = Map.copyOf(weightShares);
    }

    /** @param text such as {@code "H 11.19 O 88.81"}: symbols, each with its share in per cent */
    static Composition of(String text) {
        var words = text.split(" ");
        var shares = new LinkedHashMap<String, Double>();
        var sum = 0.0;
        for (var word = 0; word < words.length; word += 2) {
            var share = Double.parseDouble(words[word + 1]);
            shares.put(words[word], share);
            sum += share;
        }
        var total = sum;
        shares.replaceAll((element, share) -> share / total);
        return new Composition(shares);
    }

    /** The mixture rule: coefficients add by weight. In cm2/g. */
    double massAttenuation(double energyMeV) {
        // Summed in the order of the symbols, so that the last bit does not depend on the order of a hash map.
        return weightShares.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .mapToDouble(entry -> entry.getValue() * ElementTable.massAttenuation(entry.getKey(), energyMeV))
                .sum();
    }
}
