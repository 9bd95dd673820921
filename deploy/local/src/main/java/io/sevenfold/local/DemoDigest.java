package io.sevenfold.local;

import io.sevenfold.infra.Mail;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A mail to a rep as the demo reads it: in plain text, as far as it is about one contact. */
record DemoDigest(Mail mail) {

    private static final Pattern TOUCHPOINT = Pattern.compile("https?://\\S+/touchpoints/[^\\s/]+");
    private static final Pattern MY_DAY = Pattern.compile("https?://\\S+/my-day/[^\\s/]+");

    String subject() {
        return mail.subject();
    }

    String file() {
        return ".local/mail/" + mail.file().getFileName();
    }

    boolean tellsOf(String contact) {
        return mail.text().contains(contact);
    }

    /** The lines of its card: from its label in brackets to its link. Where many are due, the last ones have a line and a link each. */
    Stream<String> about(String contact) {
        List<String> lines = mail.text().lines().toList();
        int name = 0;
        while (name < lines.size() - 1 && !isHead(lines.get(name), contact)) {
            name++;
        }
        int from = name;
        while (from > 0 && !lines.get(from).startsWith("[") && !lines.get(from).startsWith("- ")) {
            from--;
        }
        int to = name;
        while (to < lines.size() && !TOUCHPOINT.matcher(lines.get(to)).find()) {
            to++;
        }
        return lines.subList(from, Math.min(to + 1, lines.size())).stream();
    }

    private static boolean isHead(String line, String contact) {
        return line.strip().equals(contact) || line.startsWith("- ") && line.contains(contact);
    }

    /** Where its card leads. */
    String page(String contact) {
        return about(contact)
                .flatMap(line -> TOUCHPOINT.matcher(line).results())
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
    }

    String myDay() {
        return MY_DAY.matcher(mail.text())
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElse(null);
    }
}
