/** Breaks an architecture rule, to prove it. */
package io.sevenfold.interactions.broken.inbound;
