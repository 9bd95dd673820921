/** Begins the reps' days and releases what has a place (P5). */
package io.sevenfold.cadence.due;
