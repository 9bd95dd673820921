package io.sevenfold.rest.links;

import io.sevenfold.rest.links.Link.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/**
 * Checks the tokens of links against the public keys in a JWKS file (RFC 7517). The file is read again when it changed, so that a
 * key can be added before the first link is signed with it, and taken out when the last one signed with it has expired.
 */
public final class LinkVerifier {

    /** The signature's decoder passes over what else there is, and a path that holds the token is written into pages and headers. */
    private static final Pattern SPELLING = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    private record Keys(JwksVerificationKeyResolver resolver, FileTime asOf) {}

    private final Path jwks;
    private final Clock clock;
    private volatile Keys keys;

    /**
     * @param clock by which links expire: the domain's
     * @throws IllegalArgumentException where the file is no JWKS
     */
    public LinkVerifier(Path jwks, Clock clock) {
        this.jwks = jwks;
        this.clock = clock;
        this.keys = read();
    }

    /** What the token allows, where it was made for this purpose. */
    public Link verify(String token, Purpose purpose) throws InvalidLink {
        if (!SPELLING.matcher(token).matches()) {
            throw new InvalidLink(false);
        }
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setJwsAlgorithmConstraints(new AlgorithmConstraints(
                            ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256))
                    .setVerificationKeyResolver(current().resolver)
                    .setExpectedIssuer(LinkClaims.ISSUER)
                    .setExpectedAudience(purpose.toString())
                    .setRequireSubject()
                    .setRequireExpirationTime()
                    .setEvaluationTime(NumericDate.fromSeconds(clock.instant().getEpochSecond()))
                    .build()
                    .processToClaims(token);
            return link(claims, purpose);
        } catch (InvalidJwtException e) {
            throw new InvalidLink(e.hasExpired() && e.getErrorDetails().size() == 1);
        } catch (MalformedClaimException | IllegalArgumentException | NullPointerException e) {
            throw new InvalidLink(false);
        }
    }

    private static Link link(JwtClaims claims, Purpose purpose) throws MalformedClaimException {
        String touchpoint = claims.getStringClaimValue(LinkClaims.TOUCHPOINT);
        Long round = claims.getClaimValue(LinkClaims.ROUND, Long.class);
        return new Link(
                purpose,
                claims.getStringClaimValue(LinkClaims.WORKSPACE),
                UUID.fromString(claims.getSubject()),
                touchpoint == null ? null : UUID.fromString(touchpoint),
                round == null ? null : Math.toIntExact(round),
                Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
    }

    private Keys current() {
        Keys known = keys;
        try {
            if (!Files.getLastModifiedTime(jwks).equals(known.asOf)) {
                known = read();
                keys = known;
            }
        } catch (IOException | IllegalArgumentException e) {
            // In the middle of being replaced: what was known a moment ago still holds.
            return known;
        }
        return known;
    }

    private Keys read() {
        try {
            FileTime asOf = Files.getLastModifiedTime(jwks);
            return new Keys(
                    new JwksVerificationKeyResolver(new JsonWebKeySet(Files.readString(jwks)).getJsonWebKeys()), asOf);
        } catch (IOException | JoseException e) {
            throw new IllegalArgumentException(jwks + " cannot be read as a JWKS", e);
        }
    }
}
