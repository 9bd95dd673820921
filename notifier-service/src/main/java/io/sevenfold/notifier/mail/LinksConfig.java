package io.sevenfold.notifier.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** The links in mails. */
@ConfigMapping(prefix = "sevenfold.links")
public interface LinksConfig {

    /** The file with the private JWK that signs them. */
    Path signingKey();

    /** The file with the JWKS that checks them, read anew when it changes. */
    Path publicKeys();

    /** Where people reach the pages of cadence-service. */
    URI pagesUrl();

    /** Where people and mail providers reach the pages of this service. */
    URI preferencesUrl();

    /** How long a link works after its mail's date, by the domain clock. */
    @WithDefault("P14D")
    Duration validFor();
}
