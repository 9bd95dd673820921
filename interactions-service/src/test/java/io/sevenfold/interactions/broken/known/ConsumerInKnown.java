package io.sevenfold.interactions.broken.known;

import io.sevenfold.interactions.broken.inbound.CallerInConsumer;

/** Points the wrong way. */
class ConsumerInKnown {

    CallerInConsumer consumer;
}
