package io.sevenfold.system;

import static io.restassured.RestAssured.given;
import static io.sevenfold.system.Sevenfold.eventually;
import static io.sevenfold.system.Sevenfold.itIs;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import io.sevenfold.infra.Mail;
import io.sevenfold.local.Service;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The main job: a contact goes in, the morning's digest says whom to contact, one tap records it, and a no is not the end. */
class StoryIT {

    private static final String ADA = "Ada Lovelace";
    private static final String CHARLES = "Charles Babbage";

    @Test
    void staysWithAPersonUntilTheyAreWon() {
        // Given: Monday 08:00 in Berlin, before the day begins
        itIs("2026-11-23T07:00:00Z");
        Workspace workspace = Workspace.withRep();

        // When
        UUID ada = workspace.addContact(ADA);

        // Then: seven touchpoints, visible at once
        workspace.awaitPlanned(ada);
        assertEquals(
                List.of(
                        "2026-11-23",
                        "2026-11-26",
                        "2026-12-03",
                        "2026-12-14",
                        "2026-12-24",
                        "2027-01-07",
                        "2027-01-21"),
                workspace.plan(ada).getList("touchpoints.dueOn"));

        // When
        itIs("2026-11-23T07:45:00Z");

        // Then: the digest says who, what this touch gives and why today (N2, N5)
        eventually().until(() -> workspace.mailsAbout(ADA).size() == 1);
        Mail digest = workspace.mailsAbout(ADA).get(0);
        Map<String, String> first = workspace.plan(ada).getMap("touchpoints[0]");
        String why = "Why today: The day of the start of the cadence";
        for (String told : List.of(ADA, first.get("guidance"), why)) {
            assertTrue(inOneLine(digest.text()).contains(told), () -> told + "\n" + digest.text());
        }
        assertTrue(digest.html().contains(ADA));
        assertEquals("digest", workspace.reminders().get(0).get("occasion"));

        // When: a scanner opens the mail's link, and then she does
        String page = Links.toTouchpoint(List.of(digest), UUID.fromString(first.get("id")));
        given().head(page).then().statusCode(200);
        given().get(page).then().statusCode(200).body(containsString(ADA));
        given().get(page + "/done").then().statusCode(200).body(containsString("not now"));

        // Then: nothing has happened (N6)
        assertEquals("due", workspace.plan(ada).getString("touchpoints[0].state"));

        // When: she records that they said "not now", by a double click
        pressDone(page).then().statusCode(200).body(containsString(ADA));
        pressDone(page).then().statusCode(200);

        // Then: it happened once; ten working days of rest, and it goes on
        eventually().until(() -> "2026-12-07".equals(workspace.plan(ada).getString("touchpoints[1].dueOn")));
        assertEquals("done", workspace.plan(ada).getString("touchpoints[0].state"));
        assertTrue(workspace.plan(ada).getList("touchpoints[1].reasons.code").contains("after-no"));
        eventually().until(() -> workspace.interactions(ada).size() == 1);
        assertEquals(
                "Busy until the audit is over",
                workspace.interactions(ada).get(0).get("note"));

        // When
        itIs("2026-12-07T07:45:00Z");
        eventually().until(() -> workspace.mailsAbout(ADA).size() == 2);
        itIs("2026-12-07T08:00:00Z");
        workspace.record(
                ada,
                Map.of(
                        "direction",
                        "inbound",
                        "channel",
                        "email",
                        "outcome",
                        "replied",
                        "note",
                        "Tell me more about the engine"));
        String traceId = UUID.randomUUID().toString().replace("-", "");
        UUID charles = workspace.addContact(CHARLES, traceId);
        workspace.awaitPlanned(charles);

        // Then: the reply owed comes before everything else, and is mailed at once (N3); he follows the digest (N1)
        eventually().until(() -> workspace.queue().getList("touchpoints").size() == 2);
        assertEquals("reply-owed", workspace.queue().getString("touchpoints[0].kind"));
        assertEquals(ada.toString(), workspace.queue().getString("touchpoints[0].contactId"));
        eventually().until(() -> workspace.mailsAbout(ADA).size() == 3);
        assertTrue(workspace.mailsAbout(ADA).get(2).text().contains("Tell me more about the engine"));
        eventually().until(() -> workspace.mailsAbout(CHARLES).size() == 1);

        // Then: the call, the plan and the mail are one trace
        String followUp = workspace.reminders().stream()
                .filter(it -> it.get("occasion").equals("follow-up"))
                .map(it -> (String) it.get("id"))
                .findFirst()
                .orElseThrow();
        eventually().until(() -> Sevenfold.isLogged(Service.NOTIFIER, followUp, traceId));

        // When
        workspace.record(ada, Map.of("direction", "outbound", "channel", "call", "outcome", "won"));

        // Then: connecting ended and care began, slowly: nothing is mailed while days go by in which others are
        // reminded of
        eventually().until(() -> "care".equals(workspace.plan(ada).getString("cadence.purpose")));
        workspace.record(charles, Map.of("direction", "outbound", "channel", "email"));
        eventually().until(() -> "2026-12-10".equals(workspace.plan(charles).getString("touchpoints[1].dueOn")));
        itIs("2026-12-10T08:00:00Z");
        eventually().until(() -> workspace.mailsAbout(CHARLES).size() == 2);
        assertEquals(3, workspace.mailsAbout(ADA).size());
    }

    private static Response pressDone(String page) {
        return given().formParam("round", 1)
                .formParam("outcome", "not-now")
                .formParam("channel", "call")
                .formParam("note", "Busy until the audit is over")
                .post(page + "/done");
    }

    private static String inOneLine(String text) {
        return text.replaceAll("[\\s>]+", " ");
    }
}
