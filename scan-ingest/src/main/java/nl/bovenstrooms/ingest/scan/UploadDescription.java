package nl.bovenstrooms.ingest.scan;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** The multipart message in words: the names of its image parts are the sender's choice, so no class can have them as fields. */
@Schema(
        name = "Upload",
        type = SchemaType.OBJECT,
        description = "One part with the manifest, and one part for each image that it names in /scan/images.",
        requiredProperties = "manifest",
        properties = {
            @SchemaProperty(
                    name = "manifest",
                    type = SchemaType.OBJECT,
                    description =
                            "application/json, at most 256 KiB. Unknown fields are kept; personal data is refused."),
            @SchemaProperty(
                    name = "image-1",
                    type = SchemaType.STRING,
                    format = "binary",
                    description =
                            "JPEG (8 bit), PNG or TIFF (8 or 16 bit). The part has the name that the manifest gives it, and its "
                                    + "SHA-256 is there as well. Up to eight images.")
        })
interface UploadDescription {}
