package io.sevenfold.cadence.page;

import io.sevenfold.cadence.plan.StoredTouchpoint;
import io.sevenfold.cadence.planning.Decision;
import io.sevenfold.cadence.planning.RepCalendar;
import io.sevenfold.events.Channel;
import io.sevenfold.events.EndReason;
import io.sevenfold.events.Intent;
import io.sevenfold.events.Rep;
import io.sevenfold.events.Stage;
import io.sevenfold.events.TouchpointKind;
import io.sevenfold.events.WhyNone;
import io.sevenfold.language.RepTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * All that a touchpoint's page shows, as it is now.
 *
 * @param reader the rep of the link
 * @param withWhom the name of who is to do it; null: nobody, or nobody known
 * @param steps how many its enrollment has; null for extra ones
 * @param decided the last that was decided about it, by whom it was; null: nothing
 * @param did what closed it, where an interaction did; else null
 * @param ended why its enrollment ended; null: it did not, or it is an extra one
 * @param next the contact's next touchpoint after this; null: none
 */
record Sight(
        StoredTouchpoint stored,
        Person contact,
        Rep reader,
        String withWhom,
        Integer steps,
        Decided decided,
        Happened did,
        EndReason ended,
        Next next,
        List<Happened> story,
        Instant now) {

    /** @param stage null, like {@code whyNone}, where none is kept yet */
    record Person(String name, String company, UUID ownerId, Stage stage, WhyNone whyNone) {}

    /** @param by the rep's id, or the name of who it was otherwise; {@code byName} is the rep's, null: none known */
    record Decided(UUID id, Decision.Kind kind, Instant at, String by, String byName, LocalDate until, String reason) {}

    record Next(TouchpointKind kind, Integer step, Channel channel, Intent intent, LocalDate dueOn) {}

    /** Whether the link's rep acts on it: it is open, and theirs to do. */
    boolean isOpenTo(UUID rep) {
        return stored.touchpoint().state().isOpen() && rep.equals(stored.ownerId());
    }

    /** Whether it is, or was, anything of that rep's. */
    boolean concerns(UUID rep) {
        return rep.equals(stored.ownerId())
                || rep.equals(contact.ownerId)
                || decided != null && rep.toString().equals(decided.by)
                || did != null && rep.equals(did.repId());
    }

    /** Whether the last that was decided about it put it off to that date. */
    boolean isPutOffTo(LocalDate date) {
        return decided != null && date.equals(decided.until);
    }

    /** The reader's local date now (T1). */
    LocalDate today() {
        return RepCalendar.of(reader).dateOf(now);
    }

    RepTime time() {
        return RepTime.of(reader.locale(), reader.timeZone(), now);
    }
}
