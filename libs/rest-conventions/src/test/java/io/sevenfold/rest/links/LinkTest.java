package io.sevenfold.rest.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sevenfold.rest.links.Link.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** N6: links expire, and nobody but the notifier makes one. */
class LinkTest {

    private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");
    private static final Link LINK = new Link(
            Purpose.TOUCHPOINT, "acme", UUID.randomUUID(), UUID.randomUUID(), 2, NOW.plus(Duration.ofDays(14)));

    @TempDir
    Path folder;

    private Path jwks;

    @BeforeEach
    void aKey() throws Exception {
        jwks = folder.resolve("jwks.json");
        publish(key("first"));
    }

    @Test
    void opensWhatItWasMadeForUntilItExpires() throws Exception {
        // Given
        String token = signer("first").sign(LINK);

        // When
        Link read = verifier(NOW).verify(token, Purpose.TOUCHPOINT);

        // Then
        assertEquals(LINK, read);
        assertTrue(assertThrows(
                        InvalidLink.class, () -> verifier(LINK.expiresAt()).verify(token, Purpose.TOUCHPOINT))
                .expired());
        assertFalse(assertThrows(InvalidLink.class, () -> verifier(NOW).verify(token, Purpose.MY_DAY))
                .expired());
    }

    @Test
    void oneKeyFollowsAnotherWhileBothOpen() throws Exception {
        // Given
        LinkVerifier verifier = verifier(NOW);
        String old = signer("first").sign(LINK);
        EllipticCurveJsonWebKey second = key("second");

        // When
        publish(key("first"), second);
        Files.setLastModifiedTime(jwks, FileTime.from(NOW));
        String young = signer("second").sign(LINK);

        // Then
        assertEquals(LINK, verifier.verify(old, Purpose.TOUCHPOINT));
        assertEquals(LINK, verifier.verify(young, Purpose.TOUCHPOINT));

        // When
        publish(second);
        Files.setLastModifiedTime(jwks, FileTime.from(NOW.plusSeconds(1)));

        // Then
        assertThrows(InvalidLink.class, () -> verifier.verify(old, Purpose.TOUCHPOINT));
    }

    @Test
    void anotherKeyOfTheSameNameOpensNothing() throws Exception {
        // Given
        EllipticCurveJsonWebKey forged = generated("first");
        Path file = folder.resolve("forged.jwk");
        Files.writeString(file, forged.toJson(OutputControlLevel.INCLUDE_PRIVATE));

        // When
        String token = LinkSigner.of(file).sign(LINK);

        // Then
        assertFalse(assertThrows(InvalidLink.class, () -> verifier(NOW).verify(token, Purpose.TOUCHPOINT))
                .expired());
    }

    @Test
    void unsignedOnesOpenNothing() throws Exception {
        // Given
        String[] parts = signer("first").sign(LINK).split("\\.");
        String none = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes());

        // When
        String token = none + "." + parts[1] + ".";

        // Then
        assertThrows(InvalidLink.class, () -> verifier(NOW).verify(token, Purpose.TOUCHPOINT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "🙂", "eyJhbGciOiJFUzI1NiJ9.e30.AAAA"})
    void whatIsNoTokenOpensNothing(String token) {
        assertThrows(InvalidLink.class, () -> verifier(NOW).verify(token, Purpose.TOUCHPOINT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", "=\r\nSet-Cookie: a=b", "=\"><b>", " ", "\n", ".", "=.x.y"})
    void aTokenWithAnythingBehindItOpensNothing(String more) {
        // Given
        String token = signer("first").sign(LINK);

        // Then
        assertThrows(InvalidLink.class, () -> verifier(NOW).verify(token + more, Purpose.TOUCHPOINT));
    }

    private LinkVerifier verifier(Instant now) {
        return new LinkVerifier(jwks, Clock.fixed(now, ZoneOffset.UTC));
    }

    private LinkSigner signer(String id) {
        return LinkSigner.of(folder.resolve(id + ".jwk"));
    }

    /** The same each time it is asked for. */
    private EllipticCurveJsonWebKey key(String id) throws JoseException, IOException {
        Path file = folder.resolve(id + ".jwk");
        if (!Files.exists(file)) {
            Files.writeString(file, generated(id).toJson(OutputControlLevel.INCLUDE_PRIVATE));
        }
        return (EllipticCurveJsonWebKey) EllipticCurveJsonWebKey.Factory.newPublicJwk(Files.readString(file));
    }

    private static EllipticCurveJsonWebKey generated(String id) throws JoseException {
        EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId(id);
        return key;
    }

    private void publish(EllipticCurveJsonWebKey... keys) throws IOException {
        Files.writeString(jwks, new JsonWebKeySet(List.of(keys)).toJson(OutputControlLevel.PUBLIC_ONLY));
    }
}
