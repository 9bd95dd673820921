/** How a reminder becomes a mail on an SMTP server: claimed, handed over, and its fate written down (N4, N7). */
package io.sevenfold.notifier.sending;
