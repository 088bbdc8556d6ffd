package nl.bovenstrooms.scoring.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How what was declared goes with what the picture shows; conditions ask for it as {@code match}. Worked out from
 * {@link Facts} by {@link DeclaredAgainstSeen}.
 *
 * @param goods HS codes against the kinds of load that the picture may show
 * @param goodsShare how much of what the picture may show the declared goods allow, 0 to 1; absent when that can't be told
 * @param likeliest kind of load, in the words of the model; empty when nothing was seen
 * @param likeliestDutch the same for a Dutch sentence
 * @param likeliestEnglish the same for an English one
 * @param expectedDutch what the declared goods look like; empty when that can't be told
 * @param expectedEnglish the same for an English sentence
 * @param leastKg of goods that the picture shows, with its error bar; absent when the mass can't be told
 * @param mostKg the same; absent when too much is opaque to say
 * @param billMass goods on the bill of lading against the mass seen
 * @param vgmMass verified gross mass less tare against the mass seen
 * @param weighbridgeMass weighbridge less tare against the mass seen
 * @param leastFill share of the container that the declared packages take up at least, 0 to 1; absent when that can't be told
 * @param mostFill the same, at most; above 1 for more than fits
 * @param fill declared packages against the fill seen
 */
public record Match(
        Fit goods,
        @Nullable Double goodsShare,
        String likeliest,
        String likeliestDutch,
        String likeliestEnglish,
        List<String> expectedDutch,
        List<String> expectedEnglish,
        @Nullable Double leastKg,
        @Nullable Double mostKg,
        Fit billMass,
        Fit vgmMass,
        Fit weighbridgeMass,
        @Nullable Double leastFill,
        @Nullable Double mostFill,
        Fit fill) {

    public Match {
        expectedDutch = List.copyOf(expectedDutch);
        expectedEnglish = List.copyOf(expectedEnglish);
    }

    /** Whether two things go together. */
    public enum Fit {
        FITS,
        CONTRADICTS,
        /** Too little is known, or the picture allows both: never counts against a container. */
        CAN_NOT_TELL
    }
}
