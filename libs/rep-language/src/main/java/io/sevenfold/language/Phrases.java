package io.sevenfold.language;

import io.sevenfold.events.Channel;
import io.sevenfold.events.Intent;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.TouchpointKind;
import java.util.Locale;

/** The domain's words as a rep reads them. */
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

    /** What to do with whom, as a sentence: {@code Call Ada Lovelace and offer help.} */
    public static String toDo(Channel channel, String whom, Intent intent) {
        return capitalised(reachOut(channel, whom)) + " and " + give(intent) + ".";
    }

    /** What to do on a channel, to go on a sentence. */
    public static String reachOut(Channel channel, String whom) {
        return switch (channel) {
            case EMAIL -> "e-mail " + whom;
            case CALL -> "call " + whom;
            case MESSAGE -> "send " + whom + " a message";
            case MEETING -> "meet " + whom;
            case SOCIAL -> "write to " + whom + " on social media";
            case LETTER -> "send " + whom + " a letter";
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

    /** As a sentence begins. */
    public static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
