package io.sevenfold.cadence.page;

import io.sevenfold.events.Intent;
import io.sevenfold.events.Stage;

/** Words that only pages have. */
public final class PageWords {

    private PageWords() {}

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

    /** Their company, and how far the two have come (S1); null where neither is known. */
    public static String role(String company, Stage stage) {
        if (stage == null) {
            return company;
        }
        return company == null ? words(stage) : company + " · " + words(stage);
    }

    private static String words(Stage stage) {
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
