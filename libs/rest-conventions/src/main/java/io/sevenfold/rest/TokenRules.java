package io.sevenfold.rest;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Refuses tokens that are signed well but do not say what Sevenfold needs to know: the workspace, and for a rep their id. */
@Singleton
public class TokenRules implements SecurityIdentityAugmentor {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,63}");

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous()) {
            return Uni.createFrom().item(identity);
        }
        String complaint = identity.getPrincipal() instanceof JsonWebToken token
                ? complaintAbout(token)
                : "The token is no JSON Web Token.";
        return complaint == null
                ? Uni.createFrom().item(identity)
                : Uni.createFrom().failure(new AuthenticationFailedException(complaint));
    }

    private static String complaintAbout(JsonWebToken token) {
        Object workspace = token.getClaim(Caller.WORKSPACE_CLAIM);
        if (!(workspace instanceof String slug) || !SLUG.matcher(slug).matches()) {
            return "The token's claim 'workspace' must be a slug of [a-z0-9-], 1 to 63 characters.";
        }
        Object rep = token.getClaim(Caller.REP_CLAIM);
        if (rep == null) {
            return token.getGroups().contains(Roles.REP) ? "A rep's token must name the rep in its claim 'rep'." : null;
        }
        try {
            UUID.fromString(rep.toString());
            return null;
        } catch (IllegalArgumentException e) {
            return "The token's claim 'rep' must be a rep's id.";
        }
    }
}
