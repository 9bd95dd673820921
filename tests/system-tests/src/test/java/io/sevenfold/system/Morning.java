package io.sevenfold.system;

import static io.sevenfold.system.Sevenfold.eventually;
import static io.sevenfold.system.Sevenfold.itIs;

import io.sevenfold.infra.Mail;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A Monday morning at a rep's: the first touch of each of their contacts is due, and mails with links to their pages are there. */
final class Morning {

    /** It waits up to a minute for what its day names. */
    private static final Duration A_DIGEST_COMES_WITHIN = Duration.ofMinutes(3);

    final Workspace workspace;
    private final Map<String, UUID> contacts = new LinkedHashMap<>();

    private Morning() {
        itIs("2026-11-23T07:00:00Z");
        workspace = Workspace.withRep(100);
    }

    /** One with contacts of these names. */
    static Morning with(String... names) {
        Morning morning = new Morning();
        for (String name : names) {
            morning.contacts.put(name, morning.workspace.addContact(name));
        }
        morning.contacts.values().forEach(morning.workspace::awaitPlanned);
        itIs("2026-11-23T07:45:00Z");
        morning.contacts.keySet().forEach(morning::link);
        return morning;
    }

    /** They write by e-mail: a reply is owed. */
    void write(String name, String words) {
        // Within working hours, so that the mail comes at once (N3).
        itIs("2026-11-23T08:05:00Z");
        workspace.record(
                contact(name), Map.of("direction", "inbound", "channel", "email", "outcome", "replied", "note", words));
    }

    /** The page of the reply owed to them. */
    String replyLink(String name) {
        return eventually()
                .alias("a reply owed to " + name)
                .until(
                        () -> workspace
                                .queue()
                                .<String>getList("touchpoints.findAll { it.kind == 'reply-owed' && it.contactId == '"
                                        + contact(name) + "' }.id")
                                .stream()
                                .map(id -> Links.toTouchpoint(workspace.mails(), UUID.fromString(id)))
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null),
                        Objects::nonNull);
    }

    UUID contact(String name) {
        return contacts.get(name);
    }

    /** What is next for them. */
    UUID touchpoint(String name) {
        return UUID.fromString(workspace.plan(contact(name)).getString("touchpoints[0].id"));
    }

    /** The page of what is due with them, by the link in the mail. */
    String link(String name) {
        UUID touchpoint = touchpoint(name);
        eventually()
                .alias("a link about " + name)
                .atMost(A_DIGEST_COMES_WITHIN)
                .until(() -> Links.toTouchpoint(workspace.mails(), touchpoint) != null);
        return Links.toTouchpoint(workspace.mails(), touchpoint);
    }

    /** The first mail that leads to their first contact. */
    Mail digest() {
        UUID first = touchpoint(contacts.keySet().iterator().next());
        return workspace.mails().stream()
                .filter(mail -> Links.toTouchpoint(mail, first) != null)
                .findFirst()
                .orElseThrow();
    }

    String myDay() {
        eventually().until(() -> !Links.to("/my-day/", workspace.mails()).isEmpty());
        return Links.to("/my-day/", workspace.mails()).get(0);
    }

    String unsubscribe() {
        eventually().until(() -> !Links.to("/unsubscribe/", workspace.mails()).isEmpty());
        return Links.to("/unsubscribe/", workspace.mails()).get(0);
    }
}
