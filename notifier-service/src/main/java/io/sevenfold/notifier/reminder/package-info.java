/** What a reminder is, and how it is seen from outside. */
package io.sevenfold.notifier.reminder;
