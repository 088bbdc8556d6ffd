package nl.bovenstrooms.queue.access;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The one address that leads through the sign-in page: who gets here is signed in, and goes back to where they came from. */
@Path("/sign-in")
@Tag(name = "People")
public class SignInResource {

    private static final int SEE_OTHER = 303;

    @GET
    @Authenticated
    @Operation(
            summary = "Sign in",
            description = "For a browser: through the sign-in page, and then to a page of ours.")
    @APIResponse(responseCode = "303", description = "Signed in")
    public Response signedIn(@QueryParam("back") @DefaultValue("/") String back) {
        return Response.status(SEE_OTHER).location(local(back)).build();
    }

    /** Only to pages of ours: an address of elsewhere would make our sign-in a help for deceivers. */
    static URI local(String back) {
        var home = URI.create("/");
        if (!back.startsWith("/") || back.startsWith("//") || back.indexOf('\\') >= 0) {
            return home;
        }
        try {
            var uri = new URI(back);
            return uri.getAuthority() == null && uri.getScheme() == null ? uri : home;
        } catch (URISyntaxException e) {
            return home;
        }
    }
}
