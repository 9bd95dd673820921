package io.sevenfold.rest;

import io.quarkus.security.identity.SecurityIdentity;
import io.sevenfold.rest.links.Link;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who calls: the workspace, roles and rep that the request's token names, or the rep whose link was followed (N6). A link gives no
 * role and is not looked for in headers: it opens no operation that asks for a token.
 */
@RequestScoped
public class Caller {

    static final String WORKSPACE_CLAIM = "workspace";
    static final String REP_CLAIM = "rep";

    private final SecurityIdentity identity;
    private Link link;
    private String named;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * From here on the request is that of the rep whose link it is, whatever token it came with.
     *
     * @param verified as a {@link io.sevenfold.rest.links.LinkVerifier} gave it
     */
    public void actBy(Link verified) {
        link = verified;
    }

    /**
     * From here on the request is nobody's, in that workspace: what it may see there is for whoever calls this to decide, by a secret
     * that only they know how to check.
     */
    public void actIn(String workspace) {
        named = workspace;
    }

    /** The workspace everything in this request happens in. */
    public String workspace() {
        if (named != null) {
            return named;
        }
        return link != null ? link.workspace() : token().getClaim(WORKSPACE_CLAIM);
    }

    /** The rep the token or the link speaks for, if it speaks for one. */
    public Optional<UUID> repId() {
        return link != null
                ? Optional.of(link.repId())
                : Optional.ofNullable(token().<String>getClaim(REP_CLAIM)).map(UUID::fromString);
    }

    /** The name under which a decision of this caller is kept: the rep's id, or the token's subject. */
    public String name() {
        return repId().map(UUID::toString).orElseGet(() -> token().getSubject());
    }

    public boolean has(String role) {
        return link == null && named == null && identity.hasRole(role);
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
