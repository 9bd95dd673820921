/** How a rep wants to be told: by digest, by a mail for each touchpoint, by both, or of replies owed only. */
package io.sevenfold.notifier.preference;
