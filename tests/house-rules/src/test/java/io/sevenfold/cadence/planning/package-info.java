/** Stands for another service. */
package io.sevenfold.cadence.planning;
