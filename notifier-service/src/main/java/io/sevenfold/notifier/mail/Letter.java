package io.sevenfold.notifier.mail;

import io.sevenfold.language.RepTime;
import io.sevenfold.notifier.mail.ReminderFacts.Recipient;
import java.time.Instant;

/**
 * To whom a mail is, and when it is written: what every sentence in it depends on.
 *
 * @param time at the mail's date
 */
record Letter(Recipient rep, RepTime time, MailLinks.Links links) {

    static Letter to(Recipient rep, Instant now, MailLinks.Links links) {
        return new Letter(rep, RepTime.of(rep.locale(), rep.timeZone(), now), links);
    }

    String today() {
        return time.fullDay(time.today());
    }
}
