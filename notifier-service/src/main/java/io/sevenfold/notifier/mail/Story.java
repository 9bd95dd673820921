package io.sevenfold.notifier.mail;

import io.sevenfold.events.Direction;
import io.sevenfold.language.Phrases;
import io.sevenfold.notifier.mail.MailContent.Told;
import io.sevenfold.notifier.mail.ReminderFacts.Happened;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What happened last between a contact and us, told to whom the mail is to. */
record Story(Touch touch) {

    /** Where a reply is owed, first what it is owed to. */
    List<Told> told() {
        Happened theirs = touch.isReplyOwed() ? touch.theirs() : null;
        Happened last = touch.item().last();
        boolean same = theirs != null && last != null && theirs.id().equals(last.id());
        return Stream.of(theirs, same ? null : last)
                .filter(Objects::nonNull)
                .map(this::told)
                .toList();
    }

    private Told told(Happened happened) {
        boolean theirs = happened.direction() == Direction.INBOUND;
        String rep = rep(happened, theirs);
        String name = touch.name();
        String sentence =
                theirs ? Phrases.did(name, happened.channel(), rep) : Phrases.did(rep, happened.channel(), name);
        return new Told(
                touch.letter().time().dateAndTime(happened.occurredAt()),
                Line.joined(" ", sentence + ".", Phrases.cameOfIt(happened.outcome(), theirs)),
                Line.prose(happened.note()),
                Line.prose(happened.gave()));
    }

    private String rep(Happened happened, boolean asObject) {
        if (happened.repId() == null && asObject) {
            return touch.isEscalation() ? "us" : "you";
        }
        if (touch.letter().rep().id().equals(happened.repId())) {
            return asObject ? "you" : "You";
        }
        return Line.name(happened.repName(), asObject ? "a colleague" : "A colleague");
    }
}
