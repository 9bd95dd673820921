package io.sevenfold.interactions.broken.inbound;

import io.sevenfold.rest.Caller;

/** Asks on a consumer's thread who calls. */
public class CallerInConsumer {

    Caller caller;
}
