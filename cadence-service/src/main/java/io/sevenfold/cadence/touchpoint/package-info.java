/** What people do with a touchpoint: complete, skip, snooze, reschedule. */
package io.sevenfold.cadence.touchpoint;
