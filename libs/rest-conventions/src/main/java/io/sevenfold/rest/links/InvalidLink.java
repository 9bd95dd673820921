package io.sevenfold.rest.links;

import java.io.Serial;

/** A token that opens nothing. Says nothing of the token: it may end in a log. */
public final class InvalidLink extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final boolean expired;

    InvalidLink(boolean expired) {
        super(expired ? "A link that has expired" : "No link of ours");
        this.expired = expired;
    }

    /** Whether it was one of ours, whose time is over. */
    public boolean expired() {
        return expired;
    }
}
