/** Keeps each contact's plan as the rules say it is now, and tells what changed. */
package io.sevenfold.cadence.plan;
