package io.sevenfold.notifier;

import static io.sevenfold.notifier.DomainClockOfTests.CLOCK;
import static io.sevenfold.notifier.DomainClockOfTests.START;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.events.Moved;
import io.sevenfold.infra.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reps in five zones, with the clock moved hour by hour over its changes: each gets one digest for each day, at their time (N2). */
@NotifierServiceTest
class ClockChangesTest {

    private static final LocalTime DIGEST = LocalTime.of(8, 30);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Workspace acme = Workspace.withDigests();
    private final Map<ZoneId, UUID> reps = new LinkedHashMap<>();

    @AfterEach
    void theClockStandsWhereItDid() {
        CLOCK.set(START);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-27", "2027-10-30"})
    void eachGetsOneDigestForEachDayAtTheirTime(LocalDate saturday) {
        // Given
        for (String zone : List.of(
                "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Auckland")) {
            reps.put(ZoneId.of(zone), acme.addColleague(zone.split("/")[1] + " Rep"));
        }
        Instant first = saturday.atStartOfDay(ZoneId.of("Pacific/Auckland")).toInstant();
        Instant last =
                saturday.plusDays(3).atStartOfDay(ZoneId.of("America/New_York")).toInstant();
        CLOCK.set(first);
        for (Map.Entry<ZoneId, UUID> rep : reps.entrySet()) {
            saturday.datesUntil(saturday.plusDays(3)).forEach(date -> dayBegins(rep.getValue(), date, rep.getKey()));
        }
        await().until(() -> acme.reminders().size() == 15);

        // When
        for (Instant hour = first; hour.isBefore(last); hour = hour.plus(HOUR)) {
            CLOCK.set(hour);
            String now = hour.toString();

            // Then: by now those whose time has come are sent, and no other
            await().pollDelay(Duration.ZERO)
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertEquals(List.of(), Database.query("""
                            select occasion || state || send_from from reminder
                             where workspace_id = ? and (state = 'SENT') <> (send_from <= ?::timestamptz)""", acme.name(), now)));
        }
        assertEquals(List.of("15"), Database.query("""
                select count(*) from reminder
                 where workspace_id = ? and state = 'SENT' and mail_date >= send_from and mail_date < send_from + interval '1 hour'""", acme.name()));
        reps.forEach((zone, rep) -> assertEquals(
                3, acme.mailsTo(acme.addressOf(zone.getId().split("/")[1])).size(), zone::toString));
    }

    private void dayBegins(UUID rep, LocalDate date, ZoneId zone) {
        Instant digestAt = date.atTime(DIGEST).atZone(zone).toInstant();
        Moved moved = new Moved(UUID.randomUUID(), acme.contactId(), date, date.plusDays(1), 1);
        acme.dayBegun(rep, date, digestAt, List.of(), List.of(), Map.of(), List.of(moved));
    }
}
