package io.sevenfold.system;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sevenfold.infra.Mail;
import io.sevenfold.system.TouchpointsTold.Day;
import io.sevenfold.system.TouchpointsTold.Due;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** What holds of an office however many replicas there are and whichever of them died: nothing twice, nothing missing. */
record OnceEach(Office office) {

    /** Each round of a touchpoint; those of a step and thanks on a working day of the rep's that had begun. */
    void assertRounds() {
        Map<UUID, Colleague> reps = office.colleagues.stream().collect(toMap(Colleague::id, identity()));
        office.told.due().stream().collect(groupingBy(Due::id)).values().forEach(rounds -> {
            List<Integer> numbers = rounds.stream().map(Due::round).toList();
            assertEquals(IntStream.rangeClosed(1, rounds.size()).boxed().toList(), numbers, rounds::toString);
        });
        for (Due due : office.told.due()) {
            Colleague rep = reps.get(due.rep());
            assertEquals(due.date(), rep.dateOf(due.at()), due::toString);
            assertTrue(due.answerBy() != null || rep.isAtWork(due.at()), due::toString);
        }
    }

    /** One mail for each round, to whose turn it is, and no other (N1): nobody here answers in a clock's last hour (N3). */
    void assertMails() {
        Map<String, List<Mail>> mails = office.mails().stream().collect(groupingBy(Mail::messageId));
        Map<String, List<Map<String, Object>>> reminders = office.reminders().stream()
                .filter(it -> !it.get("occasion").equals("warning"))
                .collect(groupingBy(OnceEach::announced));
        List<Due> rounds = office.told.due();
        for (Due due : rounds) {
            List<Map<String, Object>> sent = reminders.get(due.id() + " " + due.round());
            assertEquals(1, sent.size(), due::toString);
            assertEquals(due.rep().toString(), sent.get(0).get("repId"));
            assertEquals(1, mails.get((String) sent.get(0).get("messageId")).size(), due::toString);
        }
        assertEquals(rounds.size(), office.mails().size());
    }

    /** The one touchpoint and round that a mail is about. */
    @SuppressWarnings("unchecked")
    private static String announced(Map<String, Object> reminder) {
        List<Map<String, Object>> announcements = (List<Map<String, Object>>) reminder.get("announcements");
        assertEquals(1, announcements.size(), reminder::toString);
        return announcements.get(0).get("touchpointId") + " "
                + announcements.get(0).get("round");
    }

    /** Each rep's working days from {@code first} to {@code last}, and no day off (T2, P5). */
    void assertDays(LocalDate first, LocalDate last) {
        for (Colleague rep : office.colleagues) {
            List<LocalDate> begun = office.told.daysBegun().stream()
                    .filter(day -> day.rep().equals(rep.id()))
                    .map(Day::date)
                    .toList();
            List<LocalDate> workingDays =
                    first.datesUntil(last.plusDays(1)).filter(rep::worksOn).toList();
            assertEquals(workingDays, begun, rep::name);
        }
    }
}
