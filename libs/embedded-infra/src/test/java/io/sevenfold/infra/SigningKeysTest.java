package io.sevenfold.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {

    @TempDir
    Path folder;

    @Test
    void signsTokensThatThePublishedKeyVerifies() throws Exception {
        // Given
        String token = SigningKeys.in(folder).token("acme", "rep", "42", Duration.ofHours(12));

        // When
        JwtClaims claims = verify(SigningKeys.in(folder), token);

        // Then
        assertEquals(SigningKeys.ISSUER, claims.getIssuer());
        assertEquals("acme", claims.getStringClaimValue("workspace"));
        assertEquals(List.of("rep"), claims.getStringListClaimValue("groups"));
        assertEquals("42", claims.getStringClaimValue("rep"));
        assertEquals(
                Duration.ofHours(12).toSeconds(),
                claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue());
    }

    @Test
    void refusesExpiredAndForeignTokens() {
        // Given
        SigningKeys keys = SigningKeys.in(folder.resolve("ours"));
        SigningKeys foreign = SigningKeys.in(folder.resolve("theirs"));

        // Then
        assertThrows(
                InvalidJwtException.class, () -> verify(keys, keys.token("acme", "app", null, Duration.ofMinutes(-5))));
        assertThrows(
                InvalidJwtException.class,
                () -> verify(keys, foreign.token("acme", "app", null, Duration.ofMinutes(5))));
    }

    @Test
    void keepsThePrivateKeyToItsUserAndOutOfWhatItPublishes() throws Exception {
        // When
        SigningKeys keys = SigningKeys.in(folder);

        // Then
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("private.jwk"))));
        assertEquals(keys.publicKey(), Files.readString(Path.of(URI.create(keys.publicKeyLocation()))));
        assertEquals(false, keys.publicKey().contains("\"d\""));
    }

    private static JwtClaims verify(SigningKeys keys, String token) throws Exception {
        var published = new JsonWebKeySet(Files.readString(Path.of(URI.create(keys.publicKeyLocation()))));
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(published.getJsonWebKeys()))
                .setRequireExpirationTime()
                .setExpectedIssuer(SigningKeys.ISSUER)
                .build()
                .processToClaims(token);
    }
}
