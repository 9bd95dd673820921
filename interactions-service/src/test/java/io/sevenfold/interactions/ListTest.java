package io.sevenfold.interactions;

import static io.sevenfold.interactions.Workspace.id;
import static io.sevenfold.interactions.Workspace.inbound;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@InteractionsServiceTest
class ListTest {

    private final Workspace acme = Workspace.fresh();

    @Test
    void listsAContactsInteractionsNewestFirstPageByPage() {
        // Given
        UUID contact = acme.contact();
        List<String> newestFirst = new ArrayList<>();
        for (String day : List.of("2026-11-01", "2026-11-03", "2026-11-02")) {
            newestFirst.add(day + " " + id(acme.record(inbound(contact, "occurredAt", day + "T10:00:00.000001Z"))));
            // At the same instant the id decides.
            newestFirst.add(day + " " + id(acme.record(inbound(contact, "occurredAt", day + "T10:00:00.000001Z"))));
        }
        newestFirst.sort(Collections.reverseOrder());
        acme.record(inbound(acme.contact()));

        // When
        List<String> listed = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Response page = list("contact=" + contact + "&limit=2" + cursor);
            page.then().statusCode(200);
            List<String> ids = page.path("items.id");
            List<String> times = page.path("items.occurredAt");
            for (int i = 0; i < ids.size(); i++) {
                listed.add(times.get(i).substring(0, 10) + " " + ids.get(i));
            }
            String next = page.path("nextCursor");
            cursor = next == null ? null : "&cursor=" + next;
        }

        // Then
        assertEquals(newestFirst, listed);
    }

    @Test
    void listsARepsInteractions() {
        // Given
        UUID contact = acme.contact();
        UUID rep = acme.rep();
        UUID theirs = id(acme.record(inbound(contact, "repId", rep)));
        acme.record(inbound(contact));

        // When
        Response ofRep = list("rep=" + rep);
        Response ofBoth = list("rep=" + rep + "&contact=" + acme.contact());

        // Then
        assertEquals(List.of(theirs.toString()), ofRep.path("items.id"));
        assertEquals(List.of(), ofBoth.path("items.id"));
    }

    @Test
    void asksForAContactOrARep() {
        list("limit=3").then().statusCode(400).body("errors[0].field", equalTo("contact"));
    }

    private Response list(String query) {
        return acme.as("app").get("/v1/interactions?" + query);
    }
}
