package io.sevenfold.notifier.mail;

import io.sevenfold.events.Channel;
import io.sevenfold.notifier.mail.MailContent.Link;
import io.sevenfold.notifier.mail.ReminderFacts.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How to reach a contact, as links that a phone opens (RFC 3966, RFC 6068). */
final class Reach {

    private static final Pattern NO_DIGIT = Pattern.compile("[^+0-9]");

    private Reach() {}

    /** The way this touch goes comes first, where it is one of a phone's. */
    static List<Link> links(Person contact, Channel channel) {
        Link phone =
                link(contact.phone(), "tel:", number -> NO_DIGIT.matcher(number).replaceAll(""));
        Link email = link(contact.email(), "mailto:", Reach::encoded);
        boolean phoneFirst = channel == Channel.CALL || channel == Channel.MESSAGE;
        return Stream.of(phoneFirst ? phone : email, phoneFirst ? email : phone)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Link link(String written, String scheme, UnaryOperator<String> target) {
        String shown = Line.name(written);
        return shown == null ? null : new Link(shown, scheme + target.apply(written));
    }

    private static String encoded(String address) {
        return URLEncoder.encode(address, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%40", "@");
    }
}
