package io.sevenfold.rest.links;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Makes the tokens of links: JWTs (RFC 7519), signed by ES256 (RFC 7518), that name their key. The same link gives another token each time. */
public final class LinkSigner {

    private final EllipticCurveJsonWebKey key;

    private LinkSigner(EllipticCurveJsonWebKey key) {
        this.key = key;
    }

    /**
     * Signs with the key in this file: a private JWK (RFC 7517) of curve P-256, with a key id.
     *
     * @throws IllegalArgumentException where there is no such key
     */
    public static LinkSigner of(Path privateJwk) {
        try {
            JsonWebKey key = JsonWebKey.Factory.newJwk(Files.readString(privateJwk));
            if (key instanceof EllipticCurveJsonWebKey curve
                    && EllipticCurveJsonWebKey.KEY_TYPE.equals(key.getKeyType())
                    && "P-256".equals(curve.getCurveName())
                    && curve.getPrivateKey() != null
                    && curve.getKeyId() != null) {
                return new LinkSigner(curve);
            }
            throw new IllegalArgumentException(privateJwk + " is no private key of curve P-256 with a key id");
        } catch (IOException | JoseException e) {
            // Without the cause: its message could show what the file holds.
            throw new IllegalArgumentException(privateJwk + " cannot be read as a JWK");
        }
    }

    /** The link's token; it may stand in a URL as it is. */
    public String sign(Link link) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(LinkClaims.ISSUER);
        claims.setAudience(link.purpose().toString());
        claims.setSubject(link.repId().toString());
        claims.setStringClaim(LinkClaims.WORKSPACE, link.workspace());
        claims.setExpirationTime(NumericDate.fromSeconds(link.expiresAt().getEpochSecond()));
        if (link.touchpointId() != null) {
            claims.setStringClaim(LinkClaims.TOUCHPOINT, link.touchpointId().toString());
            claims.setClaim(LinkClaims.ROUND, link.round());
        }
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setKey(key.getPrivateKey());
        signature.setPayload(claims.toJson());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("Cannot sign a link", e);
        }
    }
}
