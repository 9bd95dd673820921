package io.sevenfold.notifier.mail;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes what people typed fit to be shown, or refuses it: Angus Mail lets CR LF in a header's value through. */
final class Line {

    /** Controls (CR, LF and NUL among them), line and paragraph separators, and what turns the reading direction. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_PROSE = 500;

    private Line() {}

    /** On one line; null stays null, and what is blank becomes it. */
    static String clean(String text) {
        if (text == null) {
            return null;
        }
        String line = SPACES.matcher(UNPRINTABLE.matcher(text).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        return line.isEmpty() ? null : line;
    }

    /** What somebody or something is called, on one line, and no longer than such names are. */
    static String name(String text) {
        return cut(clean(text), LONGEST_NAME);
    }

    /** The same; never null. */
    static String name(String text, String unknown) {
        String name = name(text);
        return name == null ? unknown : name;
    }

    /** What somebody wrote, on one line, and no longer than is read in the morning. */
    static String prose(String text) {
        return cut(clean(text), LONGEST_PROSE);
    }

    /** At a blank where there is one near the end; never within a character. */
    private static String cut(String text, int length) {
        if (text == null || text.length() <= length) {
            return text;
        }
        int blank = text.lastIndexOf(' ', length - 1);
        int end = blank > length * 3 / 4 ? blank : length - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** All that is not blank, cleaned; null where nothing is. */
    static String joined(String separator, String... parts) {
        String all = Stream.of(parts).map(Line::clean).filter(Objects::nonNull).collect(Collectors.joining(separator));
        return all.isEmpty() ? null : all;
    }

    /** Whether it could stand in a header as it is, unencoded. */
    static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c > ' ' && c < 127);
    }
}
