package io.sevenfold.notifier.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sevenfold.notifier.NotifierServiceTest;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mails of every kind, looked at as a whole. With {@code -Dsevenfold.samples=target/samples} each is written there too, as
 * {@code .eml}, and as {@code .html} for a browser.
 */
@NotifierServiceTest
class SampleMailsTest {

    private static final int GMAIL_CUTS_OFF_AT = 100_000;
    private static final Pattern URL = Pattern.compile("https://\\S+");

    @Inject
    ReminderMails mails;

    static Stream<Map.Entry<String, ReminderFacts>> samples() {
        return Samples.all().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readWellAsTextAndAsHtml_N5(Map.Entry<String, ReminderFacts> sample) throws Exception {
        MailParts mail = write(sample.getValue());
        keep(sample.getKey(), mail);

        // Then: no program but one that shows HTML cuts anything off, and no client has to fetch anything
        assertTrue(mail.html().getBytes(StandardCharsets.UTF_8).length < GMAIL_CUTS_OFF_AT, "too large for Gmail");
        assertTrue(mail.document()
                .select("link, script, [background], [src^=http]")
                .isEmpty());
        assertEquals(List.of(), linksOnlyIn(mail.text(), mail), "links of the text that the HTML does not have");

        // Then: both say the same of whom
        for (ReminderFacts.Item item : sample.getValue().items()) {
            assertTrue(
                    mail.text().contains(item.contact().name()), item.contact().name());
            assertTrue(
                    mail.document().text().contains(item.contact().name()),
                    item.contact().name());
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void sayTheSameInTheSameOrder(Map.Entry<String, ReminderFacts> sample) throws Exception {
        MailParts mail = write(sample.getValue());
        String text = words(mail.text());

        // Then: whatever stands in the HTML, save the buttons, stands in the text, one after the other
        int at = 0;
        for (String said : mail.document()
                .select("h1, h2, h3, h1 + p, h2 + p, h3 + p, .give strong, .quote")
                .eachText()) {
            int found = text.indexOf(words(said), at);
            assertTrue(found >= 0, said + " is not, or not there, in the text:\n" + mail.text());
            at = found;
        }
    }

    private MailParts write(ReminderFacts facts) throws MessagingException, IOException {
        InternetAddress from = new InternetAddress("Sevenfold <reminders@sevenfold.example>");
        return MailParts.of(mails.write(facts, from, "<sample@sevenfold.example>", Samples.MORNING));
    }

    private static List<String> linksOnlyIn(String text, MailParts mail) {
        List<String> hrefs = mail.document().select("a[href]").eachAttr("href");
        return URL.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(link -> hrefs.stream().noneMatch(href -> href.startsWith(link)))
                .toList();
    }

    private static String words(String text) {
        return text.replaceAll("[\\s>“”]+", " ").strip();
    }

    private static void keep(String name, MailParts mail) throws MessagingException, IOException {
        String folder = System.getProperty("sevenfold.samples");
        if (folder != null) {
            Files.createDirectories(Path.of(folder));
            Files.write(Path.of(folder, name + ".eml"), mail.raw());
            Files.writeString(Path.of(folder, name + ".html"), mail.htmlWithPictures());
        }
    }
}
