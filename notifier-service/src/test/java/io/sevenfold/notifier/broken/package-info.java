/** Breaks the architecture rules, to prove them. */
package io.sevenfold.notifier.broken;
