/** The cadences of a workspace, as data. */
package io.sevenfold.cadence.cadence;
