package nl.bovenstrooms.ingest.scan;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/** Tells a refused upload: what kind, which field, why. */
@Provider
public class UploadRefusedMapper implements ExceptionMapper<UploadRefused> {

    @Override
    public Response toResponse(UploadRefused refused) {
        var problem = HttpProblem.builder()
                .withType(
                        URI.create("urn:bovenstrooms:problem:" + refused.kind().problem()))
                .withTitle(refused.kind().title())
                .withStatus(refused.kind().status())
                .withDetail(refused.getMessage());
        if (refused.field() != null) {
            problem.with("field", refused.field());
        }
        return problem.build().toResponse();
    }
}
