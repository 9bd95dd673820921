package io.sevenfold.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * The key pair of the links in mails (N6), for local runs and tests.
 *
 * @param signing a file with the private key as a JWK (RFC 7517), readable by its user only: for who sends mails
 * @param published a file with the public one as a JWKS: for who serves the pages
 */
public record LinkKeys(Path signing, Path published) {

    /** The keys of a folder; made where it has none. */
    public static LinkKeys in(Path folder) {
        LinkKeys keys = new LinkKeys(folder.resolve("links-private.jwk"), folder.resolve("links-jwks.json"));
        try {
            if (!Files.exists(keys.signing)) {
                keys.make();
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the keys of links in " + folder, e);
        } catch (JoseException e) {
            throw new IllegalStateException("Cannot make a key", e);
        }
    }

    private void make() throws IOException, JoseException {
        Files.createDirectories(signing.getParent());
        EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId(UUID.randomUUID().toString());
        PrivateFiles.write(published, new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY), "rw-r--r--");
        // Last, since it is what says that the pair is there.
        PrivateFiles.write(signing, key.toJson(OutputControlLevel.INCLUDE_PRIVATE), "rw-------");
    }
}
