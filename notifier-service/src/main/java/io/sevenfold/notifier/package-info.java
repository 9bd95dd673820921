/** Turns due touchpoints into mail: what is known from events, reminders, and their sending. */
package io.sevenfold.notifier;
