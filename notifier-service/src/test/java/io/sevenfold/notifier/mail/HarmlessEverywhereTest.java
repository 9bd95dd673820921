package io.sevenfold.notifier.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sevenfold.notifier.NotifierServiceTest;
import jakarta.inject.Inject;
import jakarta.mail.Header;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever people, companies, cadences, notes and reasons say, no kind of mail comes to harm in any of its parts. */
@NotifierServiceTest
class HarmlessEverywhereTest {

    private static final Set<String> HEADERS = Set.of(
            "Auto-Submitted",
            "Content-Type",
            "Date",
            "From",
            "List-Id",
            "List-Unsubscribe",
            "List-Unsubscribe-Post",
            "MIME-Version",
            "Message-ID",
            "Subject",
            "To");

    private static final Pattern HARMFUL = Pattern.compile("[\\p{Cc}\\u202E\\p{Zl}\\p{Zp}&&[^\\r\\n]]");
    private static final Pattern WHERE_LINKS_GO = Pattern.compile(
            "(https://(pages|preferences)\\.example/[A-Za-z0-9._/-]+|mailto:[A-Za-z0-9@%._*-]*|tel:[+0-9]*)");

    @Inject
    ReminderMails mails;

    static Stream<Arguments> everyKindSpoiled() {
        return Stream.of(
                        "Eve\r\nBcc: x@y.example\r\n\r\nHi",
                        "<script>alert(1)</script>",
                        "\"><img src=x onerror=alert(1)>",
                        "' style='position:fixed",
                        "</style></title><a href=\"javascript:alert(1)\">",
                        "abc\u202Egnp.exe",
                        "a\0b\u0007c\u001B[31m\u2028d",
                        "{mail.subject} {#for x in y}",
                        "=?utf-8?q?Bcc:_x=40y.example?=",
                        "a".repeat(10_000),
                        "漢字 ".repeat(3_000),
                        "🦄".repeat(2_000),
                        "\r\n",
                        "\"\"<<\"")
                .flatMap(text -> Samples.all().entrySet().stream()
                        .map(sample -> Arguments.of(
                                sample.getKey(),
                                text.substring(0, Math.min(20, text.length())),
                                Spoiled.by(text, sample.getValue()))));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("everyKindSpoiled")
    void comesToNoHarm(String kind, String by, ReminderFacts facts) throws Exception {
        InternetAddress from = new InternetAddress("Sevenfold <reminders@sevenfold.example>");
        MailParts mail = MailParts.of(mails.write(facts, from, "<id@sevenfold.example>", Samples.MORNING));

        // Then: in the headers
        assertEquals(
                new TreeSet<>(HEADERS),
                mail.headers().stream().map(Header::getName).collect(Collectors.toCollection(TreeSet::new)));
        assertEquals(HEADERS.size(), mail.headers().size(), "a header twice");
        assertEquals(1, mail.message().getAllRecipients().length);
        assertEquals(facts.rep().email(), ((InternetAddress) mail.message().getAllRecipients()[0]).getAddress());
        for (Header header : mail.headers()) {
            String shown = MimeUtility.decodeText(MimeUtility.unfold(header.getValue()));
            assertFalse(HARMFUL.matcher(shown.replace("\t", " ")).find() || shown.contains("\n"), header.getName());
            assertTrue(shown.length() < 998, header.getName() + " of " + shown.length());
        }
        assertTrue(new String(mail.raw(), StandardCharsets.ISO_8859_1).lines().allMatch(line -> line.length() <= 998));

        // Then: in the text
        assertFalse(HARMFUL.matcher(mail.text()).find(), "something unprintable in the text");

        // Then: in the HTML
        assertFalse(HARMFUL.matcher(mail.html()).find(), "something unprintable in the HTML");
        assertTrue(mail.html().getBytes(StandardCharsets.UTF_8).length < 100_000, "more than Gmail shows");
        assertEquals(List.of(), elementsOtherThan(mail));
        assertEquals(List.of(), attributesOtherThan(mail));
        assertEquals(
                List.of(),
                mail.document().select("[href]").eachAttr("href").stream()
                        .filter(link -> !WHERE_LINKS_GO.matcher(link).matches())
                        .toList());
    }

    private static List<String> elementsOtherThan(MailParts mail) {
        Set<String> ours = Set.of(
                "#root", "html", "head", "meta", "title", "style", "body", "div", "table", "tbody", "tr", "td", "th",
                "h1", "h2", "h3", "p", "span", "a", "strong", "br", "img");
        return mail.document().getAllElements().stream()
                .map(Element::nodeName)
                .filter(name -> !ours.contains(name) && !name.equals("#document"))
                .toList();
    }

    private static List<String> attributesOtherThan(MailParts mail) {
        Set<String> ours = Set.of(
                "lang",
                "charset",
                "name",
                "content",
                "class",
                "style",
                "role",
                "width",
                "height",
                "cellpadding",
                "cellspacing",
                "border",
                "bgcolor",
                "align",
                "valign",
                "href",
                "src",
                "alt",
                "scope",
                "colspan");
        return mail.document().getAllElements().stream()
                .flatMap(element -> element.attributes().asList().stream())
                .filter(attribute -> !ours.contains(attribute.getKey())
                        || attribute.getKey().equals("style")
                                && attribute.getValue().contains("position")
                        || attribute.getKey().equals("src")
                                && !attribute.getValue().startsWith("cid:"))
                .map(Attribute::toString)
                .toList();
    }
}
