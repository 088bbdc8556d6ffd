package nl.bovenstrooms.queue.access;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is signed in. */
@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "People")
public class MeResource {

    private final Person person;

    @Inject
    MeResource(Person person) {
        this.person = person;
    }

    /** @param roles those that mean something here */
    record Me(String userName, String name, List<String> roles) {
        Me {
            roles = List.copyOf(roles);
        }
    }

    @GET
    @Operation(summary = "Who is signed in, and may do what")
    public Me me() {
        return new Me(person.userName(), person.name(), person.roles());
    }
}
