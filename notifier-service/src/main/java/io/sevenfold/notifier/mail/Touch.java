package io.sevenfold.notifier.mail;

import io.sevenfold.events.Touchpoint;
import io.sevenfold.events.TouchpointKind;
import io.sevenfold.language.Phrases;
import io.sevenfold.notifier.mail.MailContent.Link;
import io.sevenfold.notifier.mail.ReminderFacts.Happened;
import io.sevenfold.notifier.mail.ReminderFacts.Item;
import io.sevenfold.notifier.mail.ReminderFacts.Owed;
import io.sevenfold.notifier.reminder.Occasion;

/** One touchpoint of a mail, and the words for what it is and whom it is about. */
record Touch(Letter letter, Item item) {

    private static final Owed NOTHING_KNOWN = new Owed(null, null, null);

    /** The contact's. */
    String name() {
        return Line.name(item.contact().name(), "somebody without a name");
    }

    /** {@code Ada Lovelace (Engines)}. */
    String whoAndWhere() {
        String company = Line.name(item.contact().company());
        return company == null ? name() : name() + " (" + company + ")";
    }

    /** Which touch of how many, or what kind. */
    String kind() {
        return Phrases.label(
                touchpoint().kind(), touchpoint().step(), item.due().steps());
    }

    /** The same, and how it stands. */
    String label() {
        return switch (item.occasion()) {
            case WARNING -> "Reply still owed";
            case ESCALATION -> "Reply overdue";
            case OVERDUE_2 -> kind() + ", waiting for two working days";
            case OVERDUE_5 -> kind() + ", waiting for five working days";
            default -> kind();
        };
    }

    /** Who is to answer. */
    String whoOwes(String unknown) {
        return Line.name(owed().repName(), unknown);
    }

    /** Until when; of what was recorded late nobody is told (N3). */
    String answerBy() {
        return owed().answerBy() == null
                        || isEscalation()
                        || Boolean.TRUE.equals(item.due().late())
                ? null
                : letter.time().dateAndTime(owed().answerBy());
    }

    /** Its page, on which all that can be done is offered: of an escalation it is only shown. */
    Link page() {
        return new Link(
                isEscalation()
                        ? "See how it stands"
                        : MailWords.allActions(touchpoint().kind()),
                letter.links().touchpoint(touchpoint().id(), item.due().round()));
    }

    Touchpoint touchpoint() {
        return item.due().touchpoint();
    }

    Owed owed() {
        return item.owed() == null ? NOTHING_KNOWN : item.owed();
    }

    Happened theirs() {
        return item.lastTheirs();
    }

    boolean isReplyOwed() {
        return touchpoint().kind() == TouchpointKind.REPLY_OWED;
    }

    boolean isEscalation() {
        return item.occasion() == Occasion.ESCALATION;
    }
}
