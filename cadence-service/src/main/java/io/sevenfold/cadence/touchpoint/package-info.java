/** What people do with a touchpoint: complete, skip, snooze. */
package io.sevenfold.cadence.touchpoint;
