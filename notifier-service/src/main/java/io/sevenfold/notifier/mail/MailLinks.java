package io.sevenfold.notifier.mail;

import io.quarkus.runtime.Startup;
import io.sevenfold.notifier.mail.ReminderFacts.Recipient;
import io.sevenfold.rest.links.Link;
import io.sevenfold.rest.links.Link.Purpose;
import io.sevenfold.rest.links.LinkSigner;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Signs the links of mails. Made at the start, so that no service runs that could not. */
@Startup
@Singleton
public class MailLinks {

    private final LinkSigner signer;
    private final String pages;
    private final String preferences;
    private final Duration validFor;

    MailLinks(LinksConfig config) {
        this.signer = LinkSigner.of(config.signingKey());
        this.pages = base("sevenfold.links.pages-url", config.pagesUrl());
        this.preferences = base("sevenfold.links.preferences-url", config.preferencesUrl());
        this.validFor = config.validFor();
    }

    /** Those of one mail: every attempt to send it gives them the same expiry. */
    Links of(String workspace, Recipient rep, Instant mailDate) {
        return new Links(workspace, rep.id(), mailDate.plus(validFor));
    }

    private static String base(String setting, URI url) {
        boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        if (!web || url.getHost() == null || url.getQuery() != null || url.getFragment() != null) {
            throw new IllegalArgumentException(setting + " is no URL of a web site: " + url);
        }
        return url.toString().replaceAll("/+$", "");
    }

    /** The links of one mail, for its rep alone. */
    final class Links {

        private final String workspace;
        private final UUID repId;
        private final Instant expiresAt;

        private Links(String workspace, UUID repId, Instant expiresAt) {
            this.workspace = workspace;
            this.repId = repId;
            this.expiresAt = expiresAt;
        }

        /** The touchpoint's page; its actions are below it. */
        String touchpoint(UUID touchpointId, int round) {
            return pages + "/touchpoints/" + token(Purpose.TOUCHPOINT, touchpointId, round);
        }

        String myDay() {
            return pages + "/my-day/" + token(Purpose.MY_DAY, null, null);
        }

        /** @param purpose which mails are to come no more */
        String unsubscribe(Purpose purpose) {
            return preferences + "/unsubscribe/" + token(purpose, null, null);
        }

        private String token(Purpose purpose, UUID touchpointId, Integer round) {
            return signer.sign(new Link(purpose, workspace, repId, touchpointId, round, expiresAt));
        }
    }
}
