/** How events arrive: the outbox they leave by, the relay, the consumer loop and the dead letters; knows no domain. */
package io.sevenfold.delivery;
