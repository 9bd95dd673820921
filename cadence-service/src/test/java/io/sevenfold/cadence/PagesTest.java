package io.sevenfold.cadence;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** N6: what the pages behind a mail's links show. */
@CadenceServiceTest
class PagesTest {

    private Workspace acme;
    private UUID contact;
    private UUID first;
    private String page;

    @BeforeEach
    void dueOnMonday() {
        Workspace.onMonday();
        acme = Workspace.withCapacity(20);
        contact = acme.contact();
        acme.awaitDue(contact);
        first = acme.step(contact, 1);
        page = Mailed.touchpoint(acme, acme.rep(), first, 1);
    }

    @Test
    void showsWhoWhatAndWhy() {
        Mailed.get(page)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Referrer-Policy", "no-referrer")
                .body(containsString("<h1>Ada Lovelace</h1>"))
                .body(containsString("Analytical Engines"))
                .body(containsString("E-mail Ada Lovelace and"))
                .body(containsString(page + "/done"))
                .body(not(containsString("<script")));
    }

    @Test
    void revealsNothingToWhoHoldsNoLink() {
        Mailed.get(page.substring(0, page.length() - 3) + "AAA")
                .then()
                .statusCode(404)
                .header("Cache-Control", "no-store")
                .contentType("text/html;charset=UTF-8")
                .body(containsString("This link leads nowhere"));
    }
}
