package io.sevenfold.cadence.page;

import io.sevenfold.events.Channel;
import io.sevenfold.events.Intent;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.Stage;
import io.sevenfold.events.TouchpointKind;

/** The domain's words as a rep reads them on a page: the same as in the mails. */
public final class Phrases {

    private Phrases() {}

    /** Which touch of how many, or what kind; {@code step} and {@code steps} are null for extra ones. */
    public static String label(TouchpointKind kind, Integer step, Integer steps) {
        return switch (kind) {
            case STEP -> "Touch " + step + (steps == null ? "" : " of " + steps);
            case REPLY_OWED -> "Reply owed";
            case THANK_YOU -> "Thank-you";
        };
    }

    /** What a touch gives (principle 4), to follow an "and" or a colon. */
    public static String give(Intent intent) {
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

    /** What was given, as it is kept; a rep can say it better. */
    static String gave(Intent intent) {
        return switch (intent) {
            case INSIGHT -> "An insight";
            case INTRODUCTION -> "An introduction";
            case HELP -> "An offer of help";
            case ANSWER -> "An answer";
            case CONGRATULATION -> "Congratulations";
            case THANKS -> "Thanks";
            case INVITATION -> "An invitation";
            case ASK -> "A question";
        };
    }

    /** What to do on a channel. */
    public static String reachOut(Channel channel, String whom) {
        return switch (channel) {
            case EMAIL -> "E-mail " + whom;
            case CALL -> "Call " + whom;
            case MESSAGE -> "Send " + whom + " a message";
            case MEETING -> "Meet " + whom;
            case SOCIAL -> "Write to " + whom + " on social media";
            case LETTER -> "Send " + whom + " a letter";
        };
    }

    /** What somebody did. */
    public static String did(String who, Channel channel, String whom) {
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

    /** What came of it, as a sentence; empty where there is nothing to say. */
    public static String cameOfIt(Outcome outcome, boolean theyReachedOut) {
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

    /** How far the two have come (S1). */
    public static String stage(Stage stage) {
        return switch (stage) {
            case CARD -> "not in touch yet";
            case REACHING -> "reaching out";
            case IN_TOUCH -> "in touch";
            case CONNECTED -> "connected";
            case FADING -> "fading";
            case LOST_TOUCH -> "lost touch";
            case CLOSED -> "not to be contacted";
        };
    }
}
