package io.sevenfold.notifier.mail;

import io.sevenfold.infra.LinkKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Links as a service signs them, without one. */
record LinksOfTests(Path signingKey, Path publicKeys, URI pagesUrl, URI preferencesUrl, Duration validFor)
        implements LinksConfig {

    private static final MailLinks LINKS = new MailLinks(with("https://pages.example/", "https://preferences.example"));

    static LinksOfTests with(String pages, String preferences) {
        try {
            LinkKeys keys = LinkKeys.in(Files.createTempDirectory("links"));
            return new LinksOfTests(
                    keys.signing(), keys.published(), URI.create(pages), URI.create(preferences), Duration.ofDays(14));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the facts say, in words. */
    static MailContent content(ReminderFacts facts, java.time.Instant date) {
        return ReminderMails.content(
                facts, Letter.to(facts.rep(), date, LINKS.of(facts.workspace(), facts.rep(), date)));
    }
}
