package nl.bovenstrooms.ingest.access;

import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The source country's system that is asking, as its token names it. A token without one may do nothing. */
@RequestScoped
public class Tenant {

    private static final Pattern NAME = Pattern.compile("[A-Z]{2}-[A-Z0-9-]{2,30}");

    private final JsonWebToken token;

    @Inject
    Tenant(JsonWebToken token) {
        this.token = token;
    }

    /** @return for example {@code BR-RFB}; it is part of storage keys, so nothing else than such a name passes */
    public String name() {
        Object claim = token.getClaim("tenant");
        if (claim instanceof String name && NAME.matcher(name).matches()) {
            return name;
        }
        throw new ForbiddenException("the token names no tenant");
    }
}
