package io.sevenfold.notifier.announcement;

import static java.util.stream.Collectors.groupingBy;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.sevenfold.notifier.listing.NewestFirst;
import io.sevenfold.notifier.reminder.Occasion;
import io.sevenfold.rest.PageRequest;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What is told of a touchpoint, as requests see it: consumers, gatherers and senders write the row by SQL. */
@Entity
@Immutable
@IdClass(Announcement.Key.class)
public class Announcement extends PanacheEntityBase {

    record Key(String workspace, UUID id) {}

    @Id
    @Column(name = "workspace_id")
    String workspace;

    @Id
    UUID id;

    UUID touchpointId;
    int round;

    @Enumerated(EnumType.STRING)
    Occasion occasion;

    UUID contactId;
    UUID repId;
    UUID reminderId;

    @Enumerated(EnumType.STRING)
    LeftOut leftOut;

    Instant dueAt;
    Instant tellFrom;
    boolean byDigest;
    Instant createdAt;

    /** The first {@link PageRequest#fetch} after the page's cursor that fit, the newest first. */
    static List<Announcement> page(String workspace, AnnouncementFilter filter, PageRequest page) {
        NewestFirst fitting = filter.of(workspace).after(page);
        return find(fitting.query(), fitting.values())
                .range(0, page.fetch() - 1)
                .list();
    }

    /** Of these reminders, by reminder, the oldest first. */
    public static Map<UUID, List<AnnouncementView>> of(String workspace, Collection<UUID> reminders) {
        return Announcement.<Announcement>list(
                        "workspace = ?1 and reminderId in ?2 order by createdAt, id", workspace, reminders)
                .stream()
                .map(Announcement::view)
                .collect(groupingBy(AnnouncementView::reminderId));
    }

    AnnouncementView view() {
        return new AnnouncementView(
                id,
                touchpointId,
                round,
                occasion,
                contactId,
                repId,
                state(),
                leftOut,
                reminderId,
                dueAt,
                tellFrom,
                byDigest,
                createdAt);
    }

    private AnnouncementState state() {
        if (leftOut != null) {
            return AnnouncementState.LEFT_OUT;
        }
        return reminderId == null ? AnnouncementState.WAITING : AnnouncementState.TOLD;
    }
}
