/** What a reminder says and how it looks (N5). */
package io.sevenfold.notifier.mail;
