/** Fewer mails, by the link in each of them (RFC 2369, RFC 8058). */
package io.sevenfold.notifier.unsubscribe;
