/** What is told of a touchpoint, and how it is seen from outside: waiting, in a mail, or left out for a reason. */
package io.sevenfold.notifier.announcement;
