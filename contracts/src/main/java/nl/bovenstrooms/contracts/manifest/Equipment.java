package nl.bovenstrooms.contracts.manifest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A container as declared.
 *
 * @param number as the source gave it, see {@link nl.bovenstrooms.contracts.container.ContainerNumber}
 * @param numberSource {@code OCR}, {@code MANUAL} or {@code MANIFEST}
 * @param sizeType code of ISO 6346, for example {@code 45R1}
 * @param fullEmpty {@code FULL} or {@code EMPTY}
 * @param tareKg mass of the empty container
 * @param vgmKg verified gross mass (SOLAS)
 * @param weighbridgeKg gross mass of the container as weighed at the terminal
 */
public record Equipment(
        @Nullable String number,
        @Nullable String numberSource,
        @Nullable String sizeType,
        @Nullable String fullEmpty,
        List<Seal> seals,
        @Nullable Double tareKg,
        @Nullable Double vgmKg,
        @Nullable Double weighbridgeKg,
        @Nullable Reefer reefer) {

    public Equipment {
        seals = Lists.orEmpty(seals);
    }

    /**
     * @param type I, S or H of ISO 17712
     * @param affixedBy such as {@code CARRIER}, {@code SHIPPER} or {@code CUSTOMS}
     */
    public record Seal(
            @Nullable String number,
            @Nullable String type,
            @Nullable String affixedBy) {}

    /**
     * @param active whether the machinery runs
     * @param setpointC degrees Celsius
     */
    public record Reefer(@Nullable Boolean active, @Nullable Double setpointC) {}
}
