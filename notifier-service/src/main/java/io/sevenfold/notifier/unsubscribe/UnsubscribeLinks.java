package io.sevenfold.notifier.unsubscribe;

import io.quarkus.runtime.Startup;
import io.sevenfold.notifier.mail.LinksConfig;
import io.sevenfold.rest.links.InvalidLink;
import io.sevenfold.rest.links.Link;
import io.sevenfold.rest.links.Link.Purpose;
import io.sevenfold.rest.links.LinkVerifier;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Knows the links that offer fewer mails. Made at the start, so that no service runs whose mails nobody could stop. */
@Startup
@Singleton
class UnsubscribeLinks {

    private final LinkVerifier verifier;

    UnsubscribeLinks(LinksConfig config, Clock clock) {
        this.verifier = new LinkVerifier(config.publicKeys(), clock);
    }

    /** What the token allows: fewer mails, or none about the team. */
    Link verify(String token) throws InvalidLink {
        try {
            return verifier.verify(token, Purpose.UNSUBSCRIBE);
        } catch (InvalidLink e) {
            if (e.expired()) {
                throw e;
            }
            return verifier.verify(token, Purpose.UNSUBSCRIBE_TEAM);
        }
    }
}
