/** Tells managers, once a week, how their team stands. */
package io.sevenfold.cadence.team;
