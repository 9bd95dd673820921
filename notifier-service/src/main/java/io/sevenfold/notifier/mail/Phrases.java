package io.sevenfold.notifier.mail;

import io.sevenfold.events.Channel;
import io.sevenfold.events.Intent;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.Stage;
import io.sevenfold.events.Touchpoint;
import io.sevenfold.events.TouchpointKind;
import io.sevenfold.events.WhyNone;
import io.sevenfold.notifier.mail.MailContent.Link;
import io.sevenfold.notifier.reminder.Occasion;
import java.util.List;
import java.util.Locale;

/** The domain's words as a rep reads them. */
final class Phrases {

    static final String THEY_WAIT = "They reached out and wait: an answer comes before everything else.";
    static final String WROTE_FIRST = "They once asked not to be contacted. They wrote first: answer, and no more.";

    private Phrases() {}

    /** Which touch of how many, or what kind; {@code steps} is null for extra ones. */
    static String label(Touchpoint touchpoint, Integer steps) {
        return switch (touchpoint.kind()) {
            case STEP -> "Touch " + touchpoint.step() + (steps == null ? "" : " of " + steps);
            case REPLY_OWED -> "Reply owed";
            case THANK_YOU -> "Thank-you";
        };
    }

    /** What a touch gives (principle 4), to follow an "and" or a colon. */
    static String give(Intent intent) {
        return switch (intent) {
            case INSIGHT -> "share an insight";
            case INTRODUCTION -> "make an introduction";
            case HELP -> "offer help";
            case ANSWER -> "answer what they asked";
            case CONGRATULATION -> "congratulate them";
            case THANKS -> "say thanks";
            case INVITATION -> "invite them";
            case ASK -> "ask your question";
        };
    }

    /** What to do on a channel. */
    static String reachOut(Channel channel, String whom) {
        return switch (channel) {
            case EMAIL -> "e-mail " + whom;
            case CALL -> "call " + whom;
            case MESSAGE -> "send " + whom + " a message";
            case MEETING -> "meet " + whom;
            case SOCIAL -> "write to " + whom + " on social media";
            case LETTER -> "send " + whom + " a letter";
        };
    }

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

    static String capitalised(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    /** With a full stop where it has no end of its own. */
    static String sentence(String text) {
        return ".!?…".indexOf(text.charAt(text.length() - 1)) < 0 ? text + "." : text;
    }

    /** {@code 1 reply owed}, {@code 2 replies owed}. */
    static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** What somebody did. */
    static String did(String who, Channel channel, String whom) {
        return who
                + switch (channel) {
                    case EMAIL -> " e-mailed " + whom;
                    case CALL -> " called " + whom;
                    case MESSAGE -> " messaged " + whom;
                    case MEETING -> " met " + whom;
                    case SOCIAL -> " wrote to " + whom + " on social media";
                    case LETTER -> " sent " + whom + " a letter";
                };
    }

    /** How they reached out, in one word. */
    static String reachedOut(Channel channel) {
        return switch (channel) {
            case CALL -> "called";
            case MEETING -> "met you";
            default -> "wrote";
        };
    }

    /** What came of it, as a sentence; empty where there is nothing to say. */
    static String cameOfIt(Outcome outcome, boolean theyReachedOut) {
        return switch (outcome) {
            case NONE -> "";
            case NO_ANSWER -> "No answer.";
            case NOT_NOW -> "They said: not now.";
            case NO_BUDGET -> "They said: no budget.";
            case WRONG_PERSON -> "They said they are not the right person.";
            case NEVER -> "They asked not to be contacted again.";
            case AUTO_REPLY -> "It was an automatic reply.";
            case REPLIED -> theyReachedOut ? "" : "They answered.";
            case MEETING_BOOKED -> "A meeting was booked.";
            case MEETING_CANCELLED -> "The meeting was cancelled.";
            case NO_SHOW -> "They did not come.";
            case WON -> "Won.";
            case LOST -> "Lost.";
        };
    }
}
