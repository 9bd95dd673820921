package io.sevenfold.notifier.mail;

import io.sevenfold.events.Channel;
import io.sevenfold.events.Intent;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.Touchpoint;

/** The domain's words as a rep reads them. */
final class Phrases {

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
            case EMAIL -> "E-mail " + whom;
            case CALL -> "Call " + whom;
            case MESSAGE -> "Send " + whom + " a message";
            case MEETING -> "Meet " + whom;
            case SOCIAL -> "Write to " + whom + " on social media";
            case LETTER -> "Send " + whom + " a letter";
        };
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
