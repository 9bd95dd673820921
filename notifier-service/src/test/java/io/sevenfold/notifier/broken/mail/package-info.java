/** Breaks an architecture rule, to prove it. */
package io.sevenfold.notifier.broken.mail;
