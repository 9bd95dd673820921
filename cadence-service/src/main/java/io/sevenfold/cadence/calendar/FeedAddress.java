package io.sevenfold.cadence.calendar;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a rep's calendar is: {@code /calendar/{workspace}.{secret}.ics}. */
record FeedAddress(String workspace, FeedSecret secret) {

    private static final Pattern FILE = Pattern.compile("([a-z0-9-]{1,63})\\.([A-Za-z0-9_-]{32})\\.ics");

    /** Empty where it is no calendar's. */
    static Optional<FeedAddress> parse(String file) {
        Matcher parts = FILE.matcher(file);
        return parts.matches()
                ? Optional.of(new FeedAddress(parts.group(1), new FeedSecret(parts.group(2))))
                : Optional.empty();
    }

    /** @param pages where this service's pages are, as reps' browsers reach it */
    String below(String pages) {
        return pages.replaceFirst("/+$", "") + "/calendar/" + workspace + "." + secret.text() + ".ics";
    }
}
