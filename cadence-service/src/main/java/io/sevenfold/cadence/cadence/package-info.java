/** The cadences of a workspace in all their versions, and which of them start by themselves. */
package io.sevenfold.cadence.cadence;
