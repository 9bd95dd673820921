package io.sevenfold.notifier.mail;

import io.sevenfold.notifier.mail.ReminderFacts.Recipient;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/**
 * To whom a mail is, and when it is written: what every sentence in it depends on.
 *
 * @param now the mail's date
 */
record Letter(Recipient rep, RepTime time, Instant now, MailLinks.Links links) {

    static Letter to(Recipient rep, Instant now, MailLinks.Links links) {
        return new Letter(rep, new RepTime(Locale.forLanguageTag(rep.locale()), ZoneId.of(rep.timeZone())), now, links);
    }

    String today() {
        return time.fullDay(now);
    }

    LocalDate date() {
        return LocalDate.ofInstant(now, time.zone());
    }
}
