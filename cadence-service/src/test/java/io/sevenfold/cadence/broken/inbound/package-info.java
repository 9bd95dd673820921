/** Breaks an architecture rule, to prove it. */
package io.sevenfold.cadence.broken.inbound;
