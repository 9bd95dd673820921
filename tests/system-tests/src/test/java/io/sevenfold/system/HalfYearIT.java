package io.sevenfold.system;

import static io.sevenfold.system.Sevenfold.eventually;
import static io.sevenfold.system.Sevenfold.itIs;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.system.Colleague.Leave;
import io.sevenfold.system.TouchpointsTold.Due;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Three contacts over half a year, day by day, in Bavaria and New York, with two replicas of cadence-service, each of which dies
 * once for a week: every touchpoint becomes due on the date that the rules give, once, and each is mailed once.
 *
 * <p>The dates were found with a calendar and DOMAIN.md. "n days" in a comment are working days: Monday to Friday, less the
 * owner's holidays (T3).
 */
class HalfYearIT {

    private static final Set<LocalDate> BAVARIAN =
            dates("2025-12-25", "2025-12-26", "2026-01-01", "2026-01-06", "2026-04-03", "2026-04-06");
    private static final Set<LocalDate> NEW_YORKER =
            dates("2025-10-13", "2025-11-11", "2025-11-27", "2025-12-25", "2026-01-01", "2026-01-19", "2026-02-16");

    /** All that becomes due in the half year: when, with whom, of whom, what. */
    private static final String DUE = """
            2025-10-06 Mara Ada 1/7 insight
            2025-10-06 Nora Charles 1/7 insight
            2025-10-09 Mara Ada 2/7 help
            2025-10-09 Nora Charles 2/7 help
            2025-10-13 Mara Emmy 1/7 insight
            2025-10-16 Mara Ada 3/7 introduction
            2025-10-16 Mara Emmy 2/7 help
            2025-10-17 Nora Charles 3/7 introduction
            2025-10-20 Nora Charles 3/7 introduction, round 2
            2025-10-23 Mara Emmy 3/7 introduction
            2025-10-27 Mara Ada 4/7 congratulation
            2025-11-02 Nora Charles reply-owed answer
            2025-11-05 Mara Emmy 4/7 congratulation
            2025-11-06 Mara Ada 5/7 insight
            2025-11-17 Nora Charles 4/7 congratulation
            2025-11-24 Mara Emmy 5/7 insight
            2025-11-28 Nora Charles 5/7 insight
            2025-12-01 Mara Ada 6/7 invitation
            2025-12-08 Mara Emmy 6/7 invitation
            2025-12-10 Mara Ada reply-owed answer
            2025-12-12 Otis Charles 6/7 ask
            2025-12-17 Mara Ada thank-you thanks
            2026-01-07 Mara Ada 7/7 ask
            2026-01-07 Mara Emmy 7/7 ask
            2026-01-30 Mara Ada 7/7 ask, round 2
            2026-03-02 Jonas Ada 1/5 help
            2026-03-29 Mara Ada reply-owed answer
            2026-04-07 Nora Charles 1/4 insight
            2026-04-08 Mara Emmy 1/4 insight
            """;

    private Office office;
    private DayByDay day;
    private Colleague mara;
    private Colleague jonas;
    private Colleague nora;
    private Colleague otis;
    private UUID ada;
    private UUID charles;
    private UUID emmy;

    @Test
    void staysWithThreePeopleOverHalfAYear() {
        // Given a Sunday
        itIs("2025-10-05T12:00:00Z");
        try (Office opened = new Office()) {
            office = opened;
            jonas = office.hire("Jonas", "Europe/Berlin", "DE-BY", "08:00", BAVARIAN);
            mara = office.hire(
                    "Mara",
                    "Europe/Berlin",
                    "DE-BY",
                    "08:30",
                    BAVARIAN,
                    Leave.of("2025-12-22", "2026-01-05", null),
                    Leave.of("2026-02-28", "2026-03-15", jonas));
            otis = office.hire("Otis", "America/New_York", "US-NY", "08:00", NEW_YORKER);
            nora = office.hire(
                    "Nora",
                    "America/New_York",
                    "US-NY",
                    "08:30",
                    NEW_YORKER,
                    Leave.of("2025-12-10", "2025-12-19", otis));
            day = new DayByDay(office.colleagues, office.told);

            // When
            theyMeet();
            theClocksGoBack();
            oneReplicaDies();
            beforeTheHolidays();
            theOtherReplicaDies();
            theClocksGoForward();

            // Then
            assertEquals(DUE.lines().toList(), whatBecameDue());
            assertEquals(1, office.told.repliesOverdue().size());
            OnceEach once = new OnceEach(office);
            once.assertRounds();
            once.assertMails();
            once.assertDays(LocalDate.parse("2025-10-06"), LocalDate.parse("2026-04-10"));
            assertEquals("connected", office.stage(ada));
            assertEquals("in-touch", office.stage(charles));
            assertEquals("reaching", office.stage(emmy));
        }
    }

    private void theyMeet() {
        // A day that has begun: the first touch is due at once (T3, P5), and then 3, 5, 7, 8, 10 and 10 days
        day.morning(mara, "2025-10-06");
        ada = office.meet(mara, "Ada Lovelace");
        office.assertPlanned(
                ada, "2025-10-06", "2025-10-09", "2025-10-16", "2025-10-27", "2025-11-06", "2025-11-20", "2025-12-04");
        office.complete(mara, ada, "none");

        // Columbus Day, Veterans Day and Thanksgiving lie between
        day.morning(nora, "2025-10-06");
        charles = office.meet(nora, "Charles Babbage");
        office.assertPlanned(
                charles,
                "2025-10-06",
                "2025-10-09",
                "2025-10-17",
                "2025-10-28",
                "2025-11-07",
                "2025-11-24",
                "2025-12-09");
        office.complete(nora, charles, "none");

        day.morning(mara, "2025-10-09");
        office.complete(mara, ada, "no-answer");
        day.morning(nora, "2025-10-09");
        office.skip(nora, charles);

        // On a Friday, less than an hour of it left: Monday (T3)
        day.at(mara, "2025-10-10T16:30");
        emmy = office.meet(mara, "Emmy Noether");
        office.assertPlanned(
                emmy, "2025-10-13", "2025-10-16", "2025-10-23", "2025-11-03", "2025-11-13", "2025-11-27", "2025-12-11");

        day.morning(mara, "2025-10-13");
        office.complete(mara, emmy, "none");
        day.morning(mara, "2025-10-16");
        office.complete(mara, ada, "none");
        office.complete(mara, emmy, "no-answer");
        day.morning(nora, "2025-10-17");
        office.snooze(nora, charles, "2025-10-20");

        // The seventh is 10 days after Tuesday, 25 November: 10 December, when Nora is on leave and Otis covers (P9)
        day.morning(nora, "2025-10-20");
        office.complete(nora, charles, "none");
        office.assertPlanned(charles, "2025-10-29", "2025-11-10", "2025-11-25", "2025-12-10");

        // 8 days after the end of the pause, 4 December; 10 days after that, 18 December, with Otis; and 10 days
        day.morning(nora, "2025-10-22");
        office.pause(nora, charles, "2025-11-21");
        office.assertPlanned(charles, "2025-11-21", "2025-12-04", "2025-12-18", "2026-01-05");
    }

    private void theClocksGoBack() {
        // In Bavaria, the day before: at a quarter past eight Jonas' day has begun, Mara's has not. What was due on
        // Thursday still is
        day.at(mara, "2025-10-27T08:15");
        day.morning(mara, "2025-10-27");
        office.complete(mara, emmy, "no-answer");
        office.assertPlanned(emmy, "2025-11-05", "2025-11-17", "2025-12-01", "2025-12-15");
        office.complete(mara, ada, "none");

        // In New York a week later, the Sunday itself: four hours of Monday for the answer; the pause outlasts it
        day.at(nora, "2025-11-02T10:00");
        office.record(nora, charles, "inbound", "email", "replied", Map.of("note", "What became of the engine?"));
        Due reply = office.dueUnmailed(charles);
        assertEquals(Instant.parse("2025-11-03T18:00:00Z"), reply.answerBy());
        day.at(nora, "2025-11-03T08:15");
        day.morning(nora, "2025-11-03");
        day.at(nora, "2025-11-03T09:00");
        office.awaitMailed(charles);
        office.complete(nora, reply, "none", Map.of());
        office.assertPlanned(charles, "2025-11-21", "2025-12-04", "2025-12-18", "2026-01-05");

        day.morning(mara, "2025-11-05");
        office.complete(mara, emmy, "none");
        office.assertPlanned(emmy, "2025-11-17", "2025-12-01", "2025-12-15");
    }

    private void oneReplicaDies() {
        day.morning(mara, "2025-11-06", office.cadence.first::kill);
        office.complete(mara, ada, "not-now", Map.of("revisitOn", "2025-12-01"));
        office.assertPlanned(ada, "2025-12-01", "2025-12-15");

        // Back on Monday, the first working day after that Friday (P10)
        day.morning(mara, "2025-11-10");
        office.record(mara, emmy, "inbound", "email", "auto-reply", Map.of("returnOn", "2025-11-21"));
        office.assertPlanned(emmy, "2025-11-24", "2025-12-08", "2026-01-07");

        day.morning(mara, "2025-11-13");
        office.cadence.startAgain(office.cadence.first);

        // 7 days after the answer were over on the 13th: now; then 8 days, 10, which is in Nora's leave, and 10
        day.morning(nora, "2025-11-17");
        office.resume(nora, charles);
        office.assertPlanned(charles, "2025-11-17", "2025-11-28", "2025-12-12", "2025-12-29");
        office.complete(nora, charles, "none");

        day.morning(mara, "2025-11-24");
        office.complete(mara, emmy, "no-answer");
        office.assertPlanned(emmy, "2025-12-08", "2026-01-07");
    }

    private void beforeTheHolidays() {
        // 10 days of rest; then an introduction is asked for, and nothing after it
        day.morning(nora, "2025-11-28");
        office.complete(nora, charles, "wrong-person");
        office.assertPlanned(charles, "2025-12-12");

        day.morning(mara, "2025-12-01");
        office.complete(mara, ada, "no-answer");
        office.assertPlanned(ada, "2025-12-15");

        // 10 days after the skipping is 22 December: Mara is away until 5 January, and the 6th is Epiphany
        day.morning(mara, "2025-12-08");
        office.skip(mara, emmy);
        office.assertPlanned(emmy, "2026-01-07");

        // Nobody answers within four hours. Then 10 days after the meeting would be 2 January, in Mara's leave
        day.morning(mara, "2025-12-10");
        office.record(mara, ada, "inbound", "email", "replied", Map.of("note", "Come and see us"));
        Due reply = office.dueUnmailed(ada);
        assertEquals(Instant.parse("2025-12-10T12:00:00Z"), reply.answerBy());
        day.at(mara, "2025-12-10T09:00");
        office.awaitMailed(ada);
        day.at(mara, "2025-12-10T13:00");
        eventually().until(() -> office.told.read().repliesOverdue().contains(reply.id()));
        day.morning(mara, "2025-12-11");
        office.complete(mara, reply, "meeting-booked", Map.of("meetingOn", "2025-12-16"));
        office.assertPlanned(ada, "2025-12-17", "2026-01-07");

        day.morning(nora, "2025-12-12");
        office.complete(otis, charles, "none");
        office.assertPlanned(charles);
        assertEquals("wrong-person", office.plan(charles).getString("endReason"));

        // 10 days after the thanks would be 5 January
        day.morning(mara, "2025-12-17");
        office.complete(mara, ada, "none");
        office.assertPlanned(ada, "2026-01-07");

        // Every three months from a 31st, clipped to the month's end
        day.morning(nora, "2025-12-31");
        office.record(nora, charles, "outbound", "call", "lost", Map.of());
        office.assertPlanned(charles, "2026-03-31", "2026-06-30", "2026-09-30", "2026-12-30");
    }

    private void theOtherReplicaDies() {
        day.morning(mara, "2026-01-07", office.cadence.second::kill);
        office.snooze(mara, ada, "2026-01-30");
        office.assertPlanned(ada, "2026-01-30");

        // A day late. Six of seven were done: completed, and in touch every three months from now
        day.morning(mara, "2026-01-08");
        office.complete(mara, emmy, "none");
        office.assertPlanned(emmy, "2026-04-08", "2026-07-08", "2026-10-08", "2027-01-08");

        day.morning(mara, "2026-01-14");
        office.cadence.startAgain(office.cadence.second);

        // A month later is Saturday, 28 February, in Mara's leave: Monday, with Jonas; then 3, 3, 3 and 2 months
        day.morning(mara, "2026-01-30");
        office.complete(mara, ada, "won");
        office.assertPlanned(ada, "2026-03-02", "2026-06-02", "2026-09-02", "2026-12-02", "2027-02-02");
        day.morning(mara, "2026-03-02");
        office.complete(jonas, ada, "replied");
        office.assertPlanned(ada, "2026-06-02", "2026-09-02", "2026-12-02", "2027-02-02");
    }

    private void theClocksGoForward() {
        // In New York, the day before
        day.at(nora, "2026-03-09T08:15");

        day.morning(nora, "2026-03-25");
        office.reschedule(nora, charles, "2026-04-07");
        office.assertPlanned(charles, "2026-04-07", "2026-07-07", "2026-10-07", "2027-01-07");

        // In Bavaria, the Sunday itself: four hours of Monday for the answer. Three months from then; two months after
        // 30 December are clipped to 28 February, a Sunday
        day.at(mara, "2026-03-29T08:00");
        office.record(mara, ada, "inbound", "call", "replied", Map.of("note", "It runs day and night"));
        Due reply = office.dueUnmailed(ada);
        assertEquals(Instant.parse("2026-03-30T11:00:00Z"), reply.answerBy());
        day.at(mara, "2026-03-30T08:15");
        day.morning(mara, "2026-03-30");
        day.at(mara, "2026-03-30T09:00");
        office.awaitMailed(ada);
        office.complete(mara, reply, "replied", Map.of());
        office.assertPlanned(ada, "2026-06-30", "2026-09-30", "2026-12-30", "2027-03-01");

        day.morning(nora, "2026-04-07");
        office.complete(nora, charles, "none");
        office.assertPlanned(charles, "2026-07-07", "2026-10-07", "2027-01-07");

        // A day late: from the 9th; 9 January 2027 is a Saturday
        day.morning(mara, "2026-04-09");
        office.complete(mara, emmy, "no-answer");
        office.assertPlanned(emmy, "2026-07-09", "2026-10-09", "2027-01-11");
        day.morning(nora, "2026-04-10");
    }

    private List<String> whatBecameDue() {
        Map<UUID, String> reps = office.colleagues.stream().collect(toMap(Colleague::id, Colleague::name));
        Map<UUID, String> contacts = Map.of(ada, "Ada", charles, "Charles", emmy, "Emmy");
        return office.told.due().stream()
                .map(due -> "%s %s %s %s"
                                .formatted(due.date(), reps.get(due.rep()), contacts.get(due.contact()), due.what())
                        + (due.round() == 1 ? "" : ", round " + due.round()))
                .sorted()
                .toList();
    }

    private static Set<LocalDate> dates(String... dates) {
        return Stream.of(dates).map(LocalDate::parse).collect(toSet());
    }
}
