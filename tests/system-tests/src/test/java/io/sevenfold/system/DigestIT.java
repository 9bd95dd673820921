package io.sevenfold.system;

import static io.sevenfold.system.Sevenfold.eventually;
import static io.sevenfold.system.Sevenfold.itIs;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.infra.Mail;
import io.sevenfold.local.Service;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Reps in five zones around the night in which Berlin's clocks go forward, with the clock moved hour by hour: each gets one digest on each
 * working day, at the first of these hours at which their time has come (N2). In the other changes of the year, to the minute, see
 * cadence-service's {@code DigestTimeTest}.
 */
class DigestIT {

    private static final LocalDate FROM = LocalDate.parse("2027-03-26");
    private static final LocalDate TO = LocalDate.parse("2027-03-29");

    /** Of March 2027, in UTC, found with a calendar: Berlin has no 02:30 on the 28th; in Kolkata nobody works at weekends. */
    private enum Colleague {
        BERLIN("Europe/Berlin", "02:30", "26T02 27T02 28T01 29T01"),
        NEW_YORK("America/New_York", "08:30", "26T13 27T13 28T13 29T13"),
        KOLKATA("Asia/Kolkata", "08:30", "26T03 29T03"),
        LORD_HOWE("Australia/Lord_Howe", "01:45", "25T15 26T15 27T15 28T15"),
        SANTIAGO("America/Santiago", "07:30", "26T11 27T11 28T11 29T11");

        final UUID id = UUID.randomUUID();
        final String zone;
        final String digestTime;
        final List<Instant> digests;

        Colleague(String zone, String digestTime, String digests) {
            this.zone = zone;
            this.digestTime = digestTime;
            this.digests = Arrays.stream(digests.split(" "))
                    .map(hour -> Instant.parse("2027-03-" + hour + ":00:00Z"))
                    .toList();
        }

        List<DayOfWeek> workingDays() {
            return List.of(DayOfWeek.values()).subList(0, this == KOLKATA ? 5 : 7);
        }

        String address(Workspace workspace) {
            return name().toLowerCase() + "@" + workspace.name + ".example";
        }
    }

    private final Workspace workspace = new Workspace();

    @Test
    void comesOnceOnEachWorkingDayAtTheRepsTimeWhereverTheyAre_N2() {
        // Given: of each somebody waits for an answer, which stands in every digest
        Instant begin = Instant.parse("2027-03-25T12:30:00Z");
        itIs(begin.toString());
        Stream.of(Colleague.values()).forEach(this::owesAReply);

        // When
        Instant end = Instant.parse("2027-03-29T13:00:00Z");
        for (Instant hour = begin.plus(30, ChronoUnit.MINUTES);
                !hour.isAfter(end);
                hour = hour.plus(1, ChronoUnit.HOURS)) {
            itIs(hour.toString());
            long expected = digestsBy(hour);
            eventually()
                    .alias("digests by " + hour)
                    .pollInSameThread()
                    .until(() -> digests().size() >= expected);
        }

        // Then
        Map<UUID, List<Instant>> sent = digests().stream()
                .collect(
                        groupingBy(it -> UUID.fromString((String) it.get("repId")), mapping(DigestIT::hour, toList())));
        for (Colleague rep : Colleague.values()) {
            assertEquals(rep.digests, sent.get(rep.id).stream().sorted().toList(), rep::name);
        }
        List<String> messages = Sevenfold.stack().mail().mails().stream()
                .filter(mail -> mail.recipients().get(0).endsWith("@" + workspace.name + ".example"))
                .map(Mail::messageId)
                .toList();
        digests()
                .forEach(it -> assertEquals(
                        1, messages.stream().filter(it.get("messageId")::equals).count()));
    }

    private void owesAReply(Colleague rep) {
        create(
                Service.CONTACTS,
                "/v1/reps",
                Map.of(
                        "id",
                        rep.id,
                        "name",
                        rep.name(),
                        "email",
                        rep.address(workspace),
                        "timeZone",
                        rep.zone,
                        "workingDays",
                        rep.workingDays(),
                        "digestTime",
                        rep.digestTime));
        UUID contact = UUID.randomUUID();
        create(
                Service.CONTACTS,
                "/v1/contacts",
                Map.of("id", contact, "name", "Friend of " + rep.name(), "ownerId", rep.id));
        create(
                Service.INTERACTIONS,
                "/v1/interactions",
                Map.of(
                        "contactId", contact,
                        "repId", rep.id,
                        "direction", "inbound",
                        "channel", "email",
                        "outcome", "replied"));
        eventually()
                .until(() -> "reply-owed"
                        .equals(workspace.plan(contact).getString("touchpoints.find { it.state == 'due' }.kind")));
    }

    private void create(Service service, String path, Map<String, ?> body) {
        workspace
                .as("app")
                .body(body)
                .post(Sevenfold.url(service) + path)
                .then()
                .statusCode(201);
    }

    private static long digestsBy(Instant hour) {
        return Stream.of(Colleague.values())
                .flatMap(rep -> rep.digests.stream())
                .filter(at -> !at.isAfter(hour))
                .count();
    }

    /** Those of these days that were sent. */
    private List<Map<String, Object>> digests() {
        List<Map<String, Object>> all = workspace
                .as("app")
                .get(Sevenfold.url(Service.NOTIFIER) + "/v1/reminders?occasion=digest&state=sent&limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
        return all.stream()
                .filter(it -> {
                    LocalDate day = LocalDate.parse((String) it.get("day"));
                    return !day.isBefore(FROM) && !day.isAfter(TO);
                })
                .toList();
    }

    /** At which of the hours it was sent. */
    private static Instant hour(Map<String, Object> digest) {
        return Instant.parse((String) digest.get("mailDate")).truncatedTo(ChronoUnit.HOURS);
    }
}
