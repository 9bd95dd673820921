package io.sevenfold.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import io.sevenfold.infra.Database;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ContactsServiceTest
class RepsTest {

    private final Workspace acme = Workspace.fresh();

    @Test
    void givesARepTheDefaults() {
        // When
        UUID id = acme.addRep("mara");

        // Then
        acme.rep(id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("workingDays", contains("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"))
                .body("workingHours.from", equalTo("09:00:00"))
                .body("workingHours.to", equalTo("17:00:00"))
                .body("dailyCapacity", equalTo(20))
                .body("digestTime", equalTo("08:30:00"))
                .body("replyClockHours", equalTo(4))
                .body("locale", equalTo("en"))
                .body("absences", hasSize(0))
                .body("holidayRegion", nullValue());
        assertThat(Database.query("select hours_from || ' ' || digest_time from rep where id = ?", id))
                .containsExactly("09:00:00 08:30:00");
    }

    @Test
    void keepsEveryFieldAndReadsWeekdaysWhateverTheirCase() {
        // Given
        UUID manager = acme.addRep("mara");
        UUID cover = acme.addRep("cem");
        Map<String, Object> fields = fields(Map.of(
                "locale",
                "de-AT",
                "workingDays",
                List.of("friday", "Monday"),
                "workingHours",
                Map.of("from", "22:00", "to", "06:00"),
                "holidayRegion",
                "de-by",
                "dailyCapacity",
                5,
                "digestTime",
                "21:30",
                "replyClockHours",
                2,
                "absences",
                List.of(absence("2026-12-24", "2027-01-01", cover), absence("2026-11-02", "2026-11-02", null)),
                "managerId",
                manager));

        // When
        UUID id = acme.addRep(fields);

        // Then
        for (String root : List.of("", "items.find { it.id == '" + id + "' }.")) {
            (root.isEmpty() ? acme.rep(id) : acme.as("app").get("/v1/reps"))
                    .then()
                    .statusCode(200)
                    .body(root + "locale", equalTo("de-AT"))
                    .body(root + "workingDays", contains("MONDAY", "FRIDAY"))
                    .body(root + "workingHours.from", equalTo("22:00:00"))
                    .body(root + "workingHours.to", equalTo("06:00:00"))
                    .body(root + "holidayRegion", equalTo("DE-BY"))
                    .body(root + "dailyCapacity", equalTo(5))
                    .body(root + "digestTime", equalTo("21:30:00"))
                    .body(root + "replyClockHours", equalTo(2))
                    .body(root + "absences.from", contains("2026-11-02", "2026-12-24"))
                    .body(root + "absences[1].coverRepId", equalTo(cover.toString()))
                    .body(root + "managerId", equalTo(manager.toString()));
        }
    }

    @Test
    void givesTheDefaultBackWhereAPatchClears() {
        // Given
        UUID id = acme.addRep(fields(Map.of("dailyCapacity", 5, "locale", "de")));
        Map<String, Object> patch = new HashMap<>(Map.of("version", 1, "locale", "fr"));
        patch.put("dailyCapacity", null);

        // When
        Response changed = acme.patchRep(id, patch);

        // Then
        changed.then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("dailyCapacity", equalTo(20))
                .body("locale", equalTo("fr"));
    }

    @Test
    void changesOneHourAndLeavesTheOther() {
        // Given
        UUID id = acme.addRep("mara");

        // When
        Response changed = acme.patchRep(id, Map.of("version", 1, "workingHours", Map.of("to", "15:00")));

        // Then
        changed.then().body("workingHours.from", equalTo("09:00:00")).body("workingHours.to", equalTo("15:00:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE", "de-by", "US-IL", "FR-2A", "AT-9", "GB-SCT"})
    void takesRegionsWhosePublicHolidaysAreKnown(String region) {
        // When
        UUID id = acme.addRep(fields(Map.of("holidayRegion", region)));

        // Then
        acme.rep(id).then().body("holidayRegion", equalTo(region.toUpperCase(Locale.ROOT)));
    }

    @Test
    void refusesHoursThatEndWhenTheyStart_T4() {
        refused("T4", "workingHours", Map.of("workingHours", Map.of("from", "09:00", "to", "09:00")));
    }

    @Test
    void refusesARepWithoutAWorkingDay_T2() {
        refused("T2", "workingDays", Map.of("workingDays", List.of()));
    }

    @Test
    void refusesAnAbsenceThatEndsBeforeItBegins_T2() {
        refused("T2", "absences[0].to", Map.of("absences", List.of(absence("2026-12-24", "2026-12-23", null))));
    }

    @Test
    void refusesAbsencesThatOverlap_T2() {
        refused(
                "T2",
                "absences[1].from",
                Map.of(
                        "absences",
                        List.of(absence("2026-12-24", "2026-12-28", null), absence("2026-12-28", "2026-12-30", null))));
    }

    @Test
    void refusesToCoverForOneself_P9() {
        // Given
        UUID id = UUID.randomUUID();

        // Then
        refused(
                "P9",
                "absences[0].coverRepId",
                Map.of("id", id, "absences", List.of(absence("2026-12-24", "2026-12-28", id))));
    }

    @Test
    void refusesACoverWhoIsAwayToo_P9() {
        // Given
        UUID away = acme.addRep(fields(Map.of("absences", List.of(absence("2026-12-28", "2026-12-28", null)))));

        // Then
        refused("P9", "absences[0].coverRepId", Map.of("absences", List.of(absence("2026-12-24", "2026-12-28", away))));
    }

    @Test
    void letsOneWhoCoversGoAwayToo_P9() {
        // Given
        UUID cover = acme.addRep("cem");
        UUID away = acme.addRep(fields(Map.of("absences", List.of(absence("2026-12-24", "2026-12-28", cover)))));

        // When
        Response both = acme.patchRep(
                cover, Map.of("version", 1, "absences", List.of(absence("2026-12-24", "2026-12-28", null))));

        // Then
        both.then().statusCode(200);
        acme.patchRep(away, Map.of("version", 1, "dailyCapacity", 3)).then().statusCode(200);
        acme.patchRep(away, Map.of("version", 2, "absences", List.of(absence("2026-12-25", "2026-12-28", cover))))
                .then()
                .statusCode(422)
                .body("rule", equalTo("P9"));
    }

    @Test
    void refusesALongerCircleOfCovers_P9() {
        // Given
        UUID ada = acme.addRep("ada");
        UUID ben = acme.addRep("ben");
        UUID cem = acme.addRep("cem");
        acme.patchRep(ada, Map.of("version", 1, "absences", List.of(absence("2026-12-01", "2026-12-10", ben))))
                .then()
                .statusCode(200);
        acme.patchRep(ben, Map.of("version", 1, "absences", List.of(absence("2026-12-05", "2026-12-12", cem))))
                .then()
                .statusCode(200);

        // When
        Response circle =
                acme.patchRep(cem, Map.of("version", 1, "absences", List.of(absence("2026-12-10", "2026-12-11", ada))));

        // Then
        circle.then()
                .statusCode(422)
                .body("rule", equalTo("P9"))
                .body("errors.field", contains("absences[0].coverRepId"));
    }

    @Test
    void acceptsAnAbsenceThatOutlastsAllPlans_T2() {
        // When
        UUID id = acme.addRep(fields(Map.of("absences", List.of(absence("2026-12-24", "9999-12-31", null)))));

        // Then
        acme.rep(id).then().body("absences[0].to", equalTo("9999-12-31"));
    }

    @Test
    void acceptsAbsencesThatMeetButDoNotOverlap_T2() {
        acme.addRep(fields(Map.of(
                "absences",
                List.of(absence("2026-12-28", "2026-12-28", null), absence("2026-12-24", "2026-12-27", null)))));
    }

    @Test
    void refusesToBeOnesOwnManager_P9() {
        // Given
        UUID id = UUID.randomUUID();

        // Then
        refused("P9", "managerId", Map.of("id", id, "managerId", id));
    }

    @Test
    void refusesToManageInACircle_P9() {
        // Given
        UUID ada = acme.addRep("ada");
        UUID ben = acme.addRep(fields(Map.of("managerId", ada)));
        UUID cem = acme.addRep(fields(Map.of("managerId", ben)));

        // Then
        for (UUID under : List.of(ben, cem)) {
            acme.patchRep(ada, Map.of("version", 1, "managerId", under))
                    .then()
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body("rule", equalTo("P9"))
                    .body("errors.field", contains("managerId"));
        }
        acme.patchRep(cem, Map.of("version", 1, "managerId", ada)).then().statusCode(200);
    }

    @Test
    void refusesToCoverInACircle_P9() {
        // Given
        UUID ada = acme.addRep("ada");
        UUID ben = acme.addRep("ben");
        acme.patchRep(ada, Map.of("version", 1, "absences", List.of(absence("2026-12-01", "2026-12-10", ben))))
                .then()
                .statusCode(200);

        // When
        Response circle =
                acme.patchRep(ben, Map.of("version", 1, "absences", List.of(absence("2026-12-05", "2026-12-05", ada))));

        // Then
        circle.then()
                .statusCode(422)
                .body("rule", equalTo("P9"))
                .body("detail", equalTo("The cover is away from 2026-12-01 to 2026-12-10, covered by this very rep."));
    }

    @Test
    void refusesManagersAndCoversWhoAreNoReps() {
        // Given
        UUID erased = acme.addRep("tom");
        acme.as("app").delete("/v1/reps/" + erased).then().statusCode(204);
        UUID foreign = Workspace.fresh().addRep("eve");

        // Then
        for (UUID nobody : List.of(UUID.randomUUID(), erased, foreign)) {
            for (Map<String, ?> fields : List.of(
                    Map.of("managerId", nobody),
                    Map.of("absences", List.of(absence("2026-12-24", "2026-12-28", nobody))))) {
                acme.as("app")
                        .body(fields(fields))
                        .post("/v1/reps")
                        .then()
                        .statusCode(422)
                        .body("type", endsWith(":unknown-rep"));
            }
        }
    }

    @Test
    void namesTheRepWhoHasTheEmailAlready() {
        // Given
        UUID mara = acme.addRep("mara");

        // When
        Response refused = acme.as("app")
                .body(Map.of("name", "M", "email", "MARA@reps.example", "timeZone", "UTC"))
                .post("/v1/reps");

        // Then
        refused.then().statusCode(409).body("type", endsWith(":email-taken")).body("repId", equalTo(mara.toString()));
    }

    @Test
    void givesTheSameRepWhenTheSameRequestIsRepeated() {
        // Given
        Map<String, Object> request = fields(Map.of("id", UUID.randomUUID()));
        UUID id = acme.addRep(request);

        // Then
        acme.as("app").body(request).post("/v1/reps").then().statusCode(200).body("id", equalTo(id.toString()));
        request.put("name", "somebody else");
        acme.as("app").body(request).post("/v1/reps").then().statusCode(409).body("type", endsWith(":id-taken"));
    }

    @Test
    void refusesAChangeOfAnOlderVersion() {
        // Given
        UUID id = acme.addRep("mara");
        acme.patchRep(id, Map.of("version", 1, "name", "Mara L.")).then().statusCode(200);

        // When
        Response stale = acme.patchRep(id, Map.of("version", 1, "name", "M"));

        // Then
        stale.then().statusCode(409).body("currentVersion", equalTo(2));
    }

    private void refused(String rule, String field, Map<String, ?> fields) {
        acme.as("app")
                .body(fields(fields))
                .post("/v1/reps")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("rule", equalTo(rule))
                .body("errors.field", contains(field));
        acme.as("app").get("/v1/reps").then().body("items.name.findAll { it == 'rep' }", hasSize(0));
    }

    private static Map<String, Object> fields(Map<String, ?> others) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "name", others.containsKey("absences") ? "rep with absences" : "rep", "timeZone", "Europe/Berlin"));
        fields.put("email", UUID.randomUUID() + "@reps.example");
        fields.putAll(others);
        return fields;
    }

    private static Map<String, Object> absence(String from, String to, UUID cover) {
        Map<String, Object> absence = new HashMap<>(Map.of("from", from, "to", to));
        if (cover != null) {
            absence.put("coverRepId", cover);
        }
        return absence;
    }
}
