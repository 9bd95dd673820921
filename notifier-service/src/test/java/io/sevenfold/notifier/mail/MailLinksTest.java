package io.sevenfold.notifier.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sevenfold.rest.links.InvalidLink;
import io.sevenfold.rest.links.Link.Purpose;
import io.sevenfold.rest.links.LinkVerifier;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The links of a mail allow its rep what they say, for fourteen days from the mail's date (N6). */
class MailLinksTest {

    private static final Instant SENT = Samples.MORNING;

    private final LinksOfTests settings = LinksOfTests.with("https://pages.example/", "https://preferences.example");
    private final ReminderFacts.Recipient rep = Samples.digest().rep();
    private final MailLinks.Links links = new MailLinks(settings).of("acme", rep, SENT);

    @Test
    void areTheirRepsForFourteenDays() throws InvalidLink {
        UUID touchpoint = UUID.randomUUID();
        String url = links.touchpoint(touchpoint, 3);
        String token = url.substring("https://pages.example/touchpoints/".length());

        var link = verifier(Duration.ofDays(14).minusSeconds(1)).verify(token, Purpose.TOUCHPOINT);

        assertEquals("acme", link.workspace());
        assertEquals(rep.id(), link.repId());
        assertEquals(touchpoint, link.touchpointId());
        assertEquals(3, link.round());
        assertEquals(SENT.plus(Duration.ofDays(14)), link.expiresAt());
        assertThrows(InvalidLink.class, () -> verifier(Duration.ofDays(14)).verify(token, Purpose.TOUCHPOINT));
    }

    @Test
    void openTheDayAndThePreferencesWhereThoseAre() throws InvalidLink {
        String day = links.myDay();
        String fewer = links.unsubscribe(Purpose.UNSUBSCRIBE);

        verifier(Duration.ZERO).verify(day.substring("https://pages.example/my-day/".length()), Purpose.MY_DAY);
        verifier(Duration.ZERO)
                .verify(fewer.substring("https://preferences.example/unsubscribe/".length()), Purpose.UNSUBSCRIBE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pages.example", "ftp://pages.example", "https:///x", "https://pages.example/?a=b", "/pages"})
    void areRefusedToAServiceThatKnowsNotWhereTheyLead(String url) {
        LinksOfTests wrong = LinksOfTests.with(url, "https://preferences.example");

        assertEquals(
                "sevenfold.links.pages-url is no URL of a web site: " + url,
                assertThrows(IllegalArgumentException.class, () -> new MailLinks(wrong))
                        .getMessage());
    }

    private LinkVerifier verifier(Duration later) {
        return new LinkVerifier(settings.publicKeys(), Clock.fixed(SENT.plus(later), ZoneOffset.UTC));
    }

    @Test
    void areRefusedWithTheNamesOfWhatIsMissing() {
        SmallRyeConfigBuilder nothingSet = new SmallRyeConfigBuilder().withMapping(LinksConfig.class);

        String refusal =
                assertThrows(ConfigValidationException.class, nothingSet::build).getMessage();

        for (String setting : List.of("signing-key", "public-keys", "pages-url", "preferences-url")) {
            assertTrue(refusal.contains("sevenfold.links." + setting + " is required"), refusal);
        }
    }
}
