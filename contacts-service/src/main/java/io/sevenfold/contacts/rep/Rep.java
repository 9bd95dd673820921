package io.sevenfold.contacts.rep;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.sevenfold.contacts.validation.Text;
import io.sevenfold.delivery.Subject;
import io.sevenfold.events.WorkingHours;
import io.sevenfold.rest.PageRequest;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A person who follows up, as a row. Changed only under the lock of all reps of the workspace (see {@link RepWrites}). */
@Entity
class Rep extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "workspace_id", updatable = false)
    String workspace;

    long version;
    UUID createdFrom;
    String name;
    String email;
    String emailKey;
    String locale;
    String timeZone;

    @Enumerated(EnumType.STRING)
    List<DayOfWeek> workingDays;

    LocalTime hoursFrom;
    LocalTime hoursTo;
    String holidayRegion;
    int dailyCapacity;
    LocalTime digestTime;
    int replyClockHours;
    UUID managerId;

    @ElementCollection
    @CollectionTable(name = "rep_absence", joinColumns = @JoinColumn(name = "rep_id"))
    @OrderBy("from")
    List<Absence> absences = new ArrayList<>();

    static Optional<Rep> at(String workspace, UUID id) {
        return find("workspace = ?1 and id = ?2", workspace, id).firstResultOptional();
    }

    static Optional<UUID> idByEmail(String workspace, String emailKey) {
        return find("select id from Rep where workspace = ?1 and emailKey = ?2", workspace, emailKey)
                .project(UUID.class)
                .firstResultOptional();
    }

    /** The reps who name this one as manager or as cover. */
    static List<Rep> naming(String workspace, UUID id) {
        return list(
                "from Rep r where r.workspace = ?1 and (r.managerId = ?2 or exists (select 1 from r.absences a where a.coverRepId = ?2))"
                        + " order by r.id",
                workspace,
                id);
    }

    /** Whether {@code manager} is the manager of {@code rep}, or of one above them. */
    static boolean isUnder(String workspace, UUID rep, UUID manager) {
        return !Panache.getSession()
                .createNativeQuery("""
                        with recursive above(id) as (
                          select manager_id from rep where workspace_id = ?1 and id = ?2
                          union
                          select r.manager_id from above join rep r on r.workspace_id = ?1 and r.id = above.id
                        )
                        select id from above where id = ?3""", UUID.class)
                .setParameter(1, workspace)
                .setParameter(2, rep)
                .setParameter(3, manager)
                .list()
                .isEmpty();
    }

    /** The first {@link PageRequest#fetch} reps after the page's cursor, by id. */
    static List<Rep> page(String workspace, PageRequest page) {
        return find(
                        "workspace = ?1 and id > ?2 order by id",
                        workspace,
                        page.afterId().orElse(new UUID(0, 0)))
                .range(0, page.fetch() - 1)
                .list();
    }

    Subject subject() {
        return new Subject(workspace, id);
    }

    void take(RepFields fields) {
        name = fields.name();
        email = fields.email();
        emailKey = Text.emailKey(email);
        locale = fields.locale();
        timeZone = fields.timeZone();
        workingDays = fields.workingDays();
        hoursFrom = fields.workingHours().from();
        hoursTo = fields.workingHours().to();
        holidayRegion = fields.holidayRegion();
        dailyCapacity = fields.dailyCapacity();
        digestTime = fields.digestTime();
        replyClockHours = fields.replyClockHours();
        managerId = fields.managerId();
        if (!absences.equals(fields.absences())) {
            absences.clear();
            absences.addAll(fields.absences());
        }
    }

    /** Forgets that this rep is anyone's manager or cover. */
    void forget(UUID repId) {
        if (repId.equals(managerId)) {
            managerId = null;
        }
        absences.replaceAll(absence -> repId.equals(absence.coverRepId()) ? absence.withoutCover() : absence);
    }

    RepFields fields() {
        return new RepFields(
                id,
                name,
                email,
                locale,
                timeZone,
                workingDays,
                new Hours(hoursFrom, hoursTo),
                holidayRegion,
                dailyCapacity,
                digestTime,
                replyClockHours,
                List.copyOf(absences),
                managerId);
    }

    RepView view() {
        return new RepView(
                id,
                version,
                name,
                email,
                locale,
                timeZone,
                workingDays,
                new Hours(hoursFrom, hoursTo),
                holidayRegion,
                dailyCapacity,
                digestTime,
                replyClockHours,
                List.copyOf(absences),
                managerId);
    }

    io.sevenfold.events.Rep event() {
        return new io.sevenfold.events.Rep(
                id,
                version,
                name,
                email,
                locale,
                timeZone,
                workingDays,
                new WorkingHours(hoursFrom, hoursTo),
                holidayRegion,
                dailyCapacity,
                digestTime,
                replyClockHours,
                absences.stream()
                        .map(a -> new io.sevenfold.events.Absence(a.from(), a.to(), a.coverRepId()))
                        .toList(),
                managerId);
    }
}
