package io.sevenfold.rest;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who calls: the workspace, roles and rep that the request's token names. */
@RequestScoped
public class Caller {

    static final String WORKSPACE_CLAIM = "workspace";
    static final String REP_CLAIM = "rep";

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The workspace everything in this request happens in. */
    public String workspace() {
        return token().getClaim(WORKSPACE_CLAIM);
    }

    /** The rep the token speaks for, if it speaks for one. */
    public Optional<UUID> repId() {
        return Optional.ofNullable(token().<String>getClaim(REP_CLAIM)).map(UUID::fromString);
    }

    /** The name under which a decision of this caller is kept: the rep's id, or the token's subject. */
    public String name() {
        return repId().map(UUID::toString).orElseGet(() -> token().getSubject());
    }

    public boolean has(String role) {
        return identity.hasRole(role);
    }

    /** Whether the caller acts on all of the workspace and not only on what one rep owns. */
    public boolean actsOnAll() {
        return has(Roles.MANAGER) || has(Roles.ADMIN);
    }

    /** Whether the caller is the rep of that id; a null id is nobody. */
    public boolean is(UUID repId) {
        return repId().filter(id -> id.equals(repId)).isPresent();
    }

    private JsonWebToken token() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return token;
        }
        throw ProblemException.unauthorized("A bearer token that names a workspace is needed.");
    }
}
