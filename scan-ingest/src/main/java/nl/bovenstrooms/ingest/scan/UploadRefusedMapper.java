package nl.bovenstrooms.ingest.scan;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import nl.bovenstrooms.problems.Problem;

/** Tells a refused upload: what kind, which field, why. */
@Provider
public class UploadRefusedMapper implements ExceptionMapper<UploadRefused> {

    @Override
    public Response toResponse(UploadRefused refused) {
        var kind = refused.kind();
        var problem = Problem.of(kind.problem(), kind.title(), kind.status()).withDetail(refused.getMessage());
        if (refused.field() != null) {
            problem.with("field", refused.field());
        }
        return problem.build().toResponse();
    }
}
