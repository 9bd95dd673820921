package io.sevenfold.cadence.page;

import io.sevenfold.rest.Caller;
import io.sevenfold.rest.links.InvalidLink;
import io.sevenfold.rest.links.Link;
import io.sevenfold.rest.links.Link.Purpose;
import io.sevenfold.rest.links.LinkVerifier;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets in who followed a link, as the rep whom it was sent to. */
@ApplicationScoped
public class Entrance {

    private final LinkVerifier verifier;
    private final Caller caller;

    Entrance(LinkVerifier verifier, Caller caller) {
        this.verifier = verifier;
        this.caller = caller;
    }

    /** What the token allows; from here on the request is that rep's, in that workspace. */
    public Link enter(String token, Purpose purpose) throws InvalidLink {
        Link link = verifier.verify(token, purpose);
        caller.actBy(link);
        return link;
    }
}
