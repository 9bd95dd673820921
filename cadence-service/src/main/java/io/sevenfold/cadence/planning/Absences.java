package io.sevenfold.cadence.planning;

import static java.util.Comparator.naturalOrder;

import io.sevenfold.events.Absence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** When a rep is away: whole local dates of theirs, both ends included (T2). */
record Absences(List<Absence> all) {

    /** The one the date is in; null: none. */
    Absence on(LocalDate date) {
        for (Absence absence : all) {
            if (!date.isBefore(absence.from()) && !date.isAfter(absence.to())) {
                return absence;
            }
        }
        return null;
    }

    /** Whether any has a date from the one to the other, both included. */
    boolean anyIn(LocalDate from, LocalDate to) {
        for (Absence absence : all) {
            if (!absence.from().isAfter(to) && !absence.to().isBefore(from)) {
                return true;
            }
        }
        return false;
    }

    /** The first beginning or end of one after the instant; {@code dateBegins} says when a date does. */
    Optional<Instant> nextChange(Instant now, Function<LocalDate, Instant> dateBegins) {
        return all.stream()
                .flatMap(absence -> Stream.of(absence.from(), absence.to().plusDays(1)))
                .map(dateBegins)
                .filter(change -> change.isAfter(now))
                .min(naturalOrder());
    }

    /** Who covers in those that last on the date or begin later. */
    Set<UUID> coversFrom(LocalDate date) {
        Set<UUID> covers = new LinkedHashSet<>();
        all.stream()
                .filter(absence -> !absence.to().isBefore(date))
                .map(Absence::coverRepId)
                .filter(Objects::nonNull)
                .forEach(covers::add);
        return covers;
    }

    boolean anyFrom(LocalDate date) {
        return all.stream().anyMatch(absence -> !absence.to().isBefore(date));
    }
}
