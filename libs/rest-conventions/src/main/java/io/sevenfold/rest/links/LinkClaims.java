package io.sevenfold.rest.links;

/** How a {@link Link} is spelled in its token. */
final class LinkClaims {

    static final String ISSUER = "sevenfold-notifier";
    static final String WORKSPACE = "workspace";
    static final String TOUCHPOINT = "touchpoint";
    static final String ROUND = "round";

    private LinkClaims() {}
}
