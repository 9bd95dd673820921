/**
 * The rules of DOMAIN.md as plain Java: what happened goes in with the asking instant, the plan with its reasons comes out. No
 * framework, no clock but the one passed in.
 */
package io.sevenfold.cadence.planning;
