package io.sevenfold.system;

import static io.sevenfold.system.Sevenfold.eventually;
import static io.sevenfold.system.Sevenfold.itIs;

import io.sevenfold.infra.Mail;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A Monday morning at a rep's: the first touch of each of their contacts is due, and mails with links to their pages are there. */
final class Morning {

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
                                .findFirst()
                                .orElse(null),
                        link -> link != null);
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
