package io.sevenfold.cadence.broken.inbound;

import io.sevenfold.rest.Caller;

/** Asks on a consumer's thread who calls. */
class CallerInConsumer {

    Caller caller;
}
