package io.sevenfold.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * Who signs the tokens (JWT, RFC 7519, RS256: what the services take unless told otherwise) of local runs and tests, where there is no identity provider.
 *
 * <p>The key pair stays in its folder, the private half readable by its user only.
 */
public final class SigningKeys {

    /** The issuer that the tokens name. */
    public static final String ISSUER = "https://sevenfold.local";

    private static final String PRIVATE_FILE = "private.jwk";
    private static final String PUBLIC_FILE = "jwks.json";

    private final Path folder;
    private final RsaJsonWebKey key;
    private final Clock clock;

    private SigningKeys(Path folder, RsaJsonWebKey key, Clock clock) {
        this.folder = folder;
        this.key = key;
        this.clock = clock;
    }

    /** The keys of a folder; made where it has none. Tokens are dated by the wall clock. */
    public static SigningKeys in(Path folder) {
        try {
            Path file = folder.resolve(PRIVATE_FILE);
            RsaJsonWebKey key = Files.exists(file) ? load(file) : make(folder);
            return new SigningKeys(folder, key, Clock.systemUTC());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep signing keys in " + folder, e);
        } catch (JoseException e) {
            throw new IllegalStateException("The signing key in " + folder + " is unreadable", e);
        }
    }

    /** Whether {@link #in} would find keys there. */
    public static boolean existIn(Path folder) {
        return Files.exists(folder.resolve(PRIVATE_FILE));
    }

    /** Where the JWKS lies: a {@code file:} URL, as {@code mp.jwt.verify.publickey.location} takes it. */
    public String publicKeyLocation() {
        return folder.resolve(PUBLIC_FILE).toUri().toString();
    }

    /** The public key as a JWKS (RFC 7517): its text. */
    public String publicKey() {
        return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    /**
     * A signed token.
     *
     * @param role app, rep, manager or admin
     * @param repId the rep whom it speaks for; null for none
     * @param ttl how long it is valid from now on by the wall clock; negative for one that has expired
     */
    public String token(String workspace, String role, String repId, Duration ttl) {
        Instant now = clock.instant();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setSubject(repId == null ? role : repId);
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setIssuedAt(date(ttl.isNegative() ? now.plus(ttl.multipliedBy(2)) : now));
        claims.setExpirationTime(date(now.plus(ttl)));
        if (workspace != null) {
            claims.setStringClaim("workspace", workspace);
        }
        claims.setStringListClaim("groups", List.of(role));
        if (repId != null) {
            claims.setStringClaim("rep", repId);
        }
        return sign(claims);
    }

    private String sign(JwtClaims claims) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setHeader("typ", "JWT");
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKey(key.getPrivateKey());
        signature.setPayload(claims.toJson());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("Cannot sign a token", e);
        }
    }

    private static NumericDate date(Instant instant) {
        return NumericDate.fromSeconds(instant.getEpochSecond());
    }

    private static RsaJsonWebKey load(Path file) throws IOException, JoseException {
        return (RsaJsonWebKey) PublicJsonWebKey.Factory.newPublicJwk(Files.readString(file));
    }

    private static RsaJsonWebKey make(Path folder) throws IOException, JoseException {
        Files.createDirectories(folder);
        RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId(UUID.randomUUID().toString());
        key.setUse("sig");
        key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
        PrivateFiles.write(
                folder.resolve(PUBLIC_FILE),
                new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY),
                "rw-r--r--");
        // Last, since it is what says that the pair is there.
        PrivateFiles.write(folder.resolve(PRIVATE_FILE), key.toJson(OutputControlLevel.INCLUDE_PRIVATE), "rw-------");
        return key;
    }
}
