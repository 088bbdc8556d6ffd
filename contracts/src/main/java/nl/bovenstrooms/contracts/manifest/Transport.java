package nl.bovenstrooms.contracts.manifest;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The voyage. Ports are UN/LOCODEs.
 *
 * @param loadingCutOff when the gate closes for loading
 * @param etd estimated departure
 * @param eta estimated arrival
 */
public record Transport(
        @Nullable String imo,
        @Nullable String vesselName,
        @Nullable String voyage,
        @Nullable String carrier,
        @Nullable String portOfLoading,
        List<String> portsOfTransit,
        @Nullable String portOfDischarge,
        @Nullable OffsetDateTime loadingCutOff,
        @Nullable OffsetDateTime etd,
        @Nullable OffsetDateTime eta) {

    public Transport {
        portsOfTransit = Lists.orEmpty(portsOfTransit);
    }
}
