/** One consumer per topic, each a list of "on this event do that": keeps what a mail needs to know, makes and cancels reminders. */
package io.sevenfold.notifier.inbound;
