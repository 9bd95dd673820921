package io.sevenfold.contacts.contact;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.sevenfold.contacts.validation.Text;
import io.sevenfold.delivery.Subject;
import io.sevenfold.rest.PageRequest;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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

    /** When the owner last changed (UTC); a hand-over decided before changes nothing any more. */
    Instant ownerSince;

    String externalId;

    @ElementCollection
    @CollectionTable(name = "contact_tag", joinColumns = @JoinColumn(name = "contact_id"))
    @Column(name = "tag")
    Set<String> tags = new TreeSet<>();

    @Embedded
    DoNotContact doNotContact = new DoNotContact();

    static Optional<Contact> at(String workspace, UUID id) {
        return find("workspace = ?1 and id = ?2", workspace, id).firstResultOptional();
    }

    static Optional<Contact> locked(Subject subject) {
        return find("workspace = ?1 and id = ?2", subject.workspace(), subject.id())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The owner of a contact; empty where there is none. */
    static Optional<UUID> ownerOf(Subject contact) {
        return find(
                        "select ownerId from Contact where workspace = ?1 and id = ?2 and ownerId is not null",
                        contact.workspace(),
                        contact.id())
                .project(UUID.class)
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

    /** Takes over what was said at {@code now}. */
    void take(ContactFields fields, Instant now) {
        describe(fields);
        if (!Objects.equals(ownerId, fields.ownerId())) {
            ownerId = fields.ownerId();
            ownerSince = now;
        }
        doNotContact.say(fields.doNotContact(), fields.doNotContactChannels(), now);
    }

    /** Takes in what is known of one that is part of this from now on, {@code all} being what the two describe together (P12). */
    void takeIn(Contact merged, ContactFields all) {
        describe(all);
        ownerId = all.ownerId();
        ownerSince = DoNotContact.later(ownerSince, merged.ownerSince);
    }

    private void describe(ContactFields fields) {
        name = fields.name();
        email = fields.email();
        emailKey = Text.emailKey(email);
        phone = fields.phone();
        company = fields.company();
        title = fields.title();
        timeZone = fields.timeZone();
        externalId = fields.externalId();
        if (!tags.equals(Set.copyOf(fields.tags()))) {
            tags = new TreeSet<>(fields.tags());
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
                doNotContact.wholly,
                doNotContact.channels);
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
                doNotContact.wholly,
                doNotContact.channels.stream().sorted().toList(),
                doNotContact.because,
                doNotContact.liftedAt);
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
                doNotContact.wholly,
                doNotContact.channels.stream().sorted().toList(),
                doNotContact.because,
                doNotContact.liftedAt);
    }
}
