package nl.bovenstrooms.ingest.scan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How large an upload may be. The whole body is limited by {@code quarkus.http.limits.max-body-size}. */
@ConfigMapping(prefix = "bovenstrooms.upload-limits")
public interface UploadLimits {

    /** Bytes of the manifest part. */
    @WithDefault("262144")
    @Min(1)
    int manifestBytes();

    /** Parts of the message. */
    @WithDefault("9")
    @Min(2)
    int parts();

    /** Uploads that are decoded at the same time; more wait, and are refused with 503 after a while. */
    @WithDefault("4")
    @Min(1)
    int atOnce();
}
