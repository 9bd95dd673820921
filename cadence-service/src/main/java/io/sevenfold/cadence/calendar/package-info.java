/** A rep's touchpoints as a calendar that calendar programs subscribe to (RFC 5545). */
package io.sevenfold.cadence.calendar;
