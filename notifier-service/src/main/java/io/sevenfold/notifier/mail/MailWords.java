package io.sevenfold.notifier.mail;

import io.sevenfold.events.Channel;
import io.sevenfold.events.Stage;
import io.sevenfold.events.TouchpointKind;
import io.sevenfold.events.WhyNone;
import io.sevenfold.notifier.mail.MailContent.Link;
import io.sevenfold.notifier.reminder.Occasion;
import java.util.List;

/** Words that only mails have. */
final class MailWords {

    static final String THEY_WAIT = "They reached out and wait: an answer comes before everything else.";
    static final String WROTE_FIRST = "They once asked not to be contacted. They wrote first: answer, and no more.";

    private MailWords() {}

    /** How connected they are (S1). */
    static String stage(Stage stage) {
        return switch (stage) {
            case CARD -> "Only a card so far";
            case REACHING -> "Reaching out, no word of theirs yet";
            case IN_TOUCH -> "In touch";
            case CONNECTED -> "Connected";
            case FADING -> "Fading: silent for longer than they should be";
            case LOST_TOUCH -> "Lost touch: silent for a year";
            case CLOSED -> "Closed";
        };
    }

    /** Why a contact has no next touch (principle 7), as a sentence. */
    static String why(WhyNone why) {
        return switch (why) {
            case DO_NOT_CONTACT -> "They asked not to be contacted.";
            case NO_OWNER -> "Nobody owns them.";
            case NOT_ENROLLED -> "They are in no cadence.";
            case ENDED -> "Their cadence has ended, and nothing follows it.";
            case OWNER_ABSENT -> "Their owner is away.";
            case NOBODY_TO_ANSWER -> "They wait for an answer, and whoever owes it is away.";
        };
    }

    /** Why it stands in a mail again; null where it does for the first time. */
    static String back(Occasion occasion) {
        return switch (occasion) {
            case OVERDUE_2 -> "It has waited for two working days.";
            case OVERDUE_5 -> "It has waited for five working days: do it, snooze it, or let it go.";
            default -> null;
        };
    }

    /** What can be done with a touchpoint, each on its own page below the touchpoint's. */
    static List<Link> actions(TouchpointKind kind, String page) {
        return kind == TouchpointKind.REPLY_OWED
                ? List.of(new Link("Answered", page + "/done"), new Link("No answer needed", page + "/skip"))
                : List.of(
                        new Link("Done", page + "/done"),
                        new Link("Snooze", page + "/snooze"),
                        new Link("Skip", page + "/skip"));
    }

    /** The same on one page. */
    static String allActions(TouchpointKind kind) {
        return kind == TouchpointKind.REPLY_OWED ? "Answered, or no answer needed" : "Done, snooze or skip";
    }

    /** With a full stop where it has no end of its own. */
    static String sentence(String text) {
        return ".!?…".indexOf(text.charAt(text.length() - 1)) < 0 ? text + "." : text;
    }

    /** {@code 1 reply owed}, {@code 2 replies owed}. */
    static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** How they reached out, in one word. */
    static String reachedOut(Channel channel) {
        return switch (channel) {
            case CALL -> "called";
            case MEETING -> "met you";
            default -> "wrote";
        };
    }
}
