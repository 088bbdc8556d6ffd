package nl.bovenstrooms.queue.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is asking, by session or by bearer token. */
@RequestScoped
public class Person {

    private final SecurityIdentity identity;

    @Inject
    Person(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The name that the audit knows: the subject of the token. */
    public String userName() {
        return identity.getPrincipal().getName();
    }

    /** For the screen; the user name where the token says nothing better. */
    public String name() {
        if (identity.getPrincipal() instanceof JsonWebToken token && token.getClaim("name") instanceof String name) {
            return name;
        }
        return userName();
    }

    /** Those we know, in the order of {@link Role}. */
    public List<String> roles() {
        return Stream.of(Role.ANALYST, Role.SENIOR, Role.TEAM_LEAD, Role.AUDITOR)
                .filter(identity::hasRole)
                .toList();
    }

    public boolean isSenior() {
        return identity.hasRole(Role.SENIOR);
    }
}
