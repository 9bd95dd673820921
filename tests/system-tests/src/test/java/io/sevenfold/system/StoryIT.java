package io.sevenfold.system;

import static io.sevenfold.system.Sevenfold.eventually;
import static io.sevenfold.system.Sevenfold.itIs;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sevenfold.infra.Mail;
import io.sevenfold.local.Service;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The main job: a contact goes in, reminders come out, and a no is not the end. */
class StoryIT {

    private static final String ADA = "Ada Lovelace";

    @Test
    void staysWithAPersonUntilTheyAreWon() {
        // Given: Monday 08:00 in Berlin, before the day begins
        itIs("2026-11-23T07:00:00Z");
        Workspace workspace = Workspace.withRep();

        // When
        String traceId = UUID.randomUUID().toString().replace("-", "");
        UUID ada = workspace.addContact(ADA, traceId);

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

        // Then
        eventually().until(() -> workspace.mailsAbout(ADA).size() == 1);
        Mail first = workspace.mailsAbout(ADA).get(0);
        assertTrue(first.text().contains(ADA));
        assertTrue(first.html().contains(ADA));

        // Then: the call, the plan and the mail are one trace
        String reminder = (String) workspace.reminders().get(0).get("id");
        eventually().until(() -> Sevenfold.isLogged(Service.NOTIFIER, reminder, traceId));

        // When: they said "not now"
        String firstTouch = workspace.queue().getString("touchpoints[0].id");
        workspace.record(
                ada,
                Map.of("direction", "outbound", "channel", "call", "outcome", "not-now", "touchpointId", firstTouch));

        // Then: ten working days of rest, and it goes on
        eventually().until(() -> "2026-12-07".equals(workspace.plan(ada).getString("touchpoints[1].dueOn")));
        assertEquals("done", workspace.plan(ada).getString("touchpoints[0].state"));
        assertTrue(workspace.plan(ada).getList("touchpoints[1].reasons.code").contains("after-no"));

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
        UUID other = workspace.addContact("Charles Babbage");
        workspace.awaitPlanned(other);

        // Then: the reply owed comes before everything else, and is mailed
        eventually().until(() -> workspace.queue().getList("touchpoints").size() == 2);
        assertEquals("reply-owed", workspace.queue().getString("touchpoints[0].kind"));
        assertEquals(ada.toString(), workspace.queue().getString("touchpoints[0].contactId"));
        eventually().until(() -> workspace.mailsAbout(ADA).size() == 3);
        assertTrue(workspace.mailsAbout(ADA).get(2).text().contains("Tell me more about the engine"));

        // When
        workspace.record(ada, Map.of("direction", "outbound", "channel", "call", "outcome", "won"));

        // Then: connecting ended and care began, slowly: nothing is mailed while days go by in which others are
        // reminded of
        eventually().until(() -> "care".equals(workspace.plan(ada).getString("cadence.purpose")));
        workspace.record(other, Map.of("direction", "outbound", "channel", "email"));
        eventually().until(() -> "2026-12-10".equals(workspace.plan(other).getString("touchpoints[1].dueOn")));
        itIs("2026-12-10T08:00:00Z");
        eventually().until(() -> workspace.mailsAbout("Charles Babbage").size() == 2);
        assertEquals(3, workspace.mailsAbout(ADA).size());
    }
}
