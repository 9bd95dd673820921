/** What arrives from other services: one consumer for each topic. */
package io.sevenfold.cadence.inbound;
