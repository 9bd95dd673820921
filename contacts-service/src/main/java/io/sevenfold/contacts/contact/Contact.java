package io.sevenfold.contacts.contact;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.sevenfold.contacts.validation.Text;
import io.sevenfold.delivery.Subject;
import io.sevenfold.events.Channel;
import io.sevenfold.rest.PageRequest;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** A person we know, as a row. Changed only under its subject's lock, and its own. */
@Entity
class Contact extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "workspace_id", updatable = false)
    String workspace;

    long version;
    UUID createdFrom;
    String name;
    String email;
    String emailKey;
    String phone;
    String company;
    String title;
    String timeZone;
    UUID ownerId;
    String externalId;

    @ElementCollection
    @CollectionTable(name = "contact_tag", joinColumns = @JoinColumn(name = "contact_id"))
    @Column(name = "tag")
    Set<String> tags = new TreeSet<>();

    boolean doNotContact;

    @Enumerated(EnumType.STRING)
    List<Channel> doNotContactChannels = List.of();

    UUID doNotContactBecause;
    Instant doNotContactLiftedAt;

    static Optional<Contact> at(String workspace, UUID id) {
        return find("workspace = ?1 and id = ?2", workspace, id).firstResultOptional();
    }

    static Optional<Contact> locked(Subject subject) {
        return find("workspace = ?1 and id = ?2", subject.workspace(), subject.id())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    static Optional<UUID> idByEmail(String workspace, String emailKey) {
        return emailKey == null ? Optional.empty() : id("emailKey = ?2", workspace, emailKey);
    }

    static Optional<UUID> idByExternalId(String workspace, String externalId) {
        return externalId == null ? Optional.empty() : id("externalId = ?2", workspace, externalId);
    }

    /** The first {@link PageRequest#fetch} contacts after the page's cursor that fit, by id. */
    static List<Contact> page(String workspace, ContactFilter filter, PageRequest page) {
        return find(filter.query(), filter.parameters(workspace, page))
                .range(0, page.fetch() - 1)
                .list();
    }

    Subject subject() {
        return new Subject(workspace, id);
    }

    /** Takes over what was said, {@code doNotContact} aside. */
    void take(ContactFields fields) {
        name = fields.name();
        email = fields.email();
        emailKey = Text.emailKey(email);
        phone = fields.phone();
        company = fields.company();
        title = fields.title();
        timeZone = fields.timeZone();
        ownerId = fields.ownerId();
        externalId = fields.externalId();
        if (!tags.equals(Set.copyOf(fields.tags()))) {
            tags = new TreeSet<>(fields.tags());
        }
        doNotContactChannels = fields.doNotContactChannels();
    }

    /** An interaction set it: undone when that is corrected or removed. */
    void optedOutBy(UUID interactionId) {
        doNotContact = true;
        doNotContactBecause = interactionId;
    }

    /** A person's own word, which no interaction undoes; one who was do-not-contact already stays so for the reason known. */
    void doNotContact() {
        doNotContact = true;
    }

    /** Lifts it: no "never" that occurred before {@code now} binds any more. */
    void liftDoNotContact(Instant now) {
        if (doNotContact) {
            doNotContact = false;
            doNotContactBecause = null;
            doNotContactLiftedAt = now;
        }
    }

    private static Optional<UUID> id(String which, String workspace, String value) {
        return find("select id from Contact where workspace = ?1 and " + which, workspace, value)
                .project(UUID.class)
                .firstResultOptional();
    }

    ContactFields fields() {
        return new ContactFields(
                id,
                name,
                email,
                phone,
                company,
                title,
                timeZone,
                ownerId,
                externalId,
                List.copyOf(tags),
                doNotContact,
                doNotContactChannels);
    }

    ContactView view() {
        return new ContactView(
                id,
                version,
                name,
                email,
                phone,
                company,
                title,
                timeZone,
                ownerId,
                externalId,
                tags.stream().sorted().toList(),
                doNotContact,
                doNotContactChannels,
                doNotContactBecause,
                doNotContactLiftedAt);
    }

    io.sevenfold.events.Contact event() {
        return new io.sevenfold.events.Contact(
                id,
                version,
                name,
                email,
                phone,
                company,
                title,
                timeZone,
                ownerId,
                externalId,
                tags.stream().sorted().toList(),
                doNotContact,
                doNotContactChannels,
                doNotContactBecause,
                doNotContactLiftedAt);
    }
}
