package io.sevenfold.notifier.reminder;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.sevenfold.notifier.announcement.AnnouncementView;
import io.sevenfold.notifier.listing.NewestFirst;
import io.sevenfold.rest.PageRequest;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;

/** A mail, as requests see it: consumers and senders write the row by SQL. */
@Entity
@Immutable
@IdClass(Reminder.Key.class)
class Reminder extends PanacheEntityBase {

    record Key(String workspace, UUID id) {}

    @Id
    @Column(name = "workspace_id")
    String workspace;

    @Id
    UUID id;

    UUID repId;

    @Enumerated(EnumType.STRING)
    Occasion occasion;

    LocalDate day;
    Instant sendFrom;

    @Enumerated(EnumType.STRING)
    ReminderState state;

    int attempts;
    String messageId;
    Instant mailDate;
    Instant endedAt;
    String lastAnswer;
    Instant createdAt;
    Instant resentAt;
    String resentBy;

    @Formula("(exists (select 1 from mailbox m join rep owner on owner.workspace_id = m.workspace_id"
            + " and owner.id = m.rep_id and owner.email = m.email where m.workspace_id = workspace_id"
            + " and m.rep_id = rep_id and m.bouncing_since is not null))")
    boolean bouncing;

    static Optional<Reminder> at(String workspace, UUID id) {
        return findByIdOptional(new Key(workspace, id));
    }

    /** The first {@link PageRequest#fetch} reminders after the page's cursor that fit, the newest first. */
    static List<Reminder> page(String workspace, ReminderFilter filter, PageRequest page) {
        NewestFirst fitting = filter.of(workspace).after(page);
        return find(fitting.query(), fitting.values())
                .range(0, page.fetch() - 1)
                .list();
    }

    ReminderView view(List<AnnouncementView> announcements) {
        return new ReminderView(
                id,
                repId,
                occasion,
                day,
                state,
                sendFrom,
                attempts,
                messageId,
                mailDate,
                endedAt,
                lastAnswer,
                bouncing,
                resentAt,
                resentBy,
                createdAt,
                announcements);
    }
}
