/** What this service does on the events of others: one consumer per topic. */
package io.sevenfold.interactions.inbound;
