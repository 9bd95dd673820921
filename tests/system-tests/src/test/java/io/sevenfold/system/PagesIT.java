package io.sevenfold.system;

import static com.microsoft.playwright.options.AriaRole.BUTTON;
import static com.microsoft.playwright.options.AriaRole.LINK;
import static io.sevenfold.system.Sevenfold.eventually;
import static io.sevenfold.system.Sevenfold.itIs;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;

/** What a rep does on the pages behind the links in their mails, on a phone, in a real browser that runs no scripts. */
@EnabledIf("io.sevenfold.system.Chromium#isThere")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PagesIT {

    private static Morning morning;
    private static Workspace workspace;
    private static Phone phone;
    private static Page page;

    @BeforeAll
    static void begin() {
        morning = Morning.with(
                "Ada Lovelace",
                "Emmy Noether",
                "Mary Anning",
                "Tu Youyou",
                "Dorothy Vaughan",
                "Maria Mitchell",
                "Lise Meitner",
                "Annie Easley");
        workspace = morning.workspace;
    }

    @BeforeEach
    void takeOutThePhone() {
        if (phone != null) {
            phone.close();
        }
        phone = Phone.withoutScripts();
        page = phone.page;
    }

    @AfterAll
    static void putItAway() {
        if (phone != null) {
            phone.close();
        }
    }

    @Test
    void recordsWhatHappenedAndPlansOn() {
        // Given
        UUID touchpoint = morning.touchpoint("Ada Lovelace");
        phone.open(morning.link("Ada Lovelace"));
        assertTrue(phone.text().contains("Ada Lovelace"));

        // When
        follow("Done");
        page.getByLabel("They said: not now").check();
        page.getByLabel("How", exactly()).selectOption("call");
        page.getByLabel("What you gave").fill("The benchmark of mills like theirs");
        page.getByLabel("Note").fill("Busy until the audit is over");
        press("Record it");

        // Then: it happened, with her words
        assertEquals("done", workspace.touchpoint(touchpoint).getString("state"));
        eventually().until(() -> interactions("Ada Lovelace").size() == 1);
        Map<String, Object> did = interactions("Ada Lovelace").get(0);
        assertEquals("not-now", did.get("outcome"));
        assertEquals("call", did.get("channel"));
        assertEquals("The benchmark of mills like theirs", did.get("gave"));
        assertEquals("Busy until the audit is over", did.get("note"));

        // Then: the plan moved on, and the page says so
        assertEquals(
                "2026-12-07", workspace.plan(morning.contact("Ada Lovelace")).getString("touchpoints[1].dueOn"));
        assertTrue(phone.text().contains("Dec 7"), phone::text);
    }

    @Test
    void comesBackOnTheDayThatWasChosen() {
        // Given
        UUID touchpoint = morning.touchpoint("Emmy Noether");
        phone.open(morning.link("Emmy Noether"));

        // When
        follow("Snooze");
        page.getByLabel("In three days").check();
        press("Put it off");

        // Then
        assertEquals("planned", workspace.touchpoint(touchpoint).getString("state"));
        assertEquals("2026-11-26", workspace.touchpoint(touchpoint).getString("dueOn"));
        assertTrue(phone.text().contains("Nov 26"), phone::text);
    }

    @Test
    void leavesATouchOutAndKeepsWhy() {
        // Given
        UUID touchpoint = morning.touchpoint("Mary Anning");
        phone.open(morning.link("Mary Anning"));

        // When
        follow("Skip");
        page.getByLabel("We are in touch already in another way").check();
        press("Skip it");

        // Then
        assertEquals("skipped", workspace.touchpoint(touchpoint).getString("state"));
        assertTrue(phone.text().contains("We are in touch already in another way"), phone::text);
    }

    @Test
    void settlesAReplyThatNeedsNoAnswer_N3() {
        // Given
        morning.write("Tu Youyou", "Got it, thanks!");
        phone.open(morning.replyLink("Tu Youyou"));
        assertTrue(phone.text().contains("Got it, thanks!"), phone::text);
        assertEquals(0, page.getByRole(LINK, named("Snooze")).count());

        // When
        follow("No answer needed");
        page.getByLabel("It was a thank-you, or an OK").check();
        press("No answer needed");

        // Then
        assertFalse(workspace.queue().getList("touchpoints.kind").contains("reply-owed"));
        assertTrue(phone.text().contains("No answer needed"), phone::text);
    }

    @Test
    void tellsWhatWasDoneTheFirstTime_N6() {
        // Given: done, by a finger that touched twice
        phone.open(morning.link("Dorothy Vaughan") + "/done");
        String link = morning.link("Dorothy Vaughan");
        page.getByLabel("Note").fill("The first time");
        page.getByRole(BUTTON, named("Record it")).dblclick();
        page.getByText("You e-mailed Dorothy Vaughan.").first().waitFor();

        // When: back to the form, and again
        page.goBack();
        if (page.getByRole(BUTTON, named("Record it")).isVisible()) {
            page.getByLabel("Note").fill("The second time");
            press("Record it");
        }

        // Then
        page.getByText("You e-mailed Dorothy Vaughan.").first().waitFor();

        // When: the mail's link again
        phone.open(link);

        // Then: it says what was done, by whom and when, and offers nothing to do
        assertTrue(phone.text().contains("Nov 23"), phone::text);
        assertTrue(phone.text().contains("You"), phone::text);
        assertEquals(0, page.getByRole(LINK, named("Done")).count());
        eventually().until(() -> !interactions("Dorothy Vaughan").isEmpty());
        assertEquals(
                List.of("The first time"),
                interactions("Dorothy Vaughan").stream()
                        .map(it -> it.get("note"))
                        .toList());
    }

    @Test
    void isUsedByKeyboardAlone() {
        // Given
        UUID touchpoint = morning.touchpoint("Maria Mitchell");
        phone.open(morning.link("Maria Mitchell"));

        // When
        tabTo("Done");
        page.keyboard().press("Enter");
        page.waitForURL("**/done");
        tabTo("I wrote to them");
        page.keyboard().press("ArrowDown");
        tabTo("Note");
        page.keyboard().type("By keyboard");
        tabTo("Record it");
        page.keyboard().press("Enter");

        // Then
        eventually().until(() -> "done".equals(workspace.touchpoint(touchpoint).getString("state")));
        eventually().until(() -> interactions("Maria Mitchell").size() == 1);
        assertEquals("replied", interactions("Maria Mitchell").get(0).get("outcome"));
        assertEquals("By keyboard", interactions("Maria Mitchell").get(0).get("note"));
    }

    @Test
    void opensNothingByALinkThatWasTamperedWith() {
        // Given
        String link = morning.link("Ada Lovelace");
        String other = morning.link("Mary Anning");
        String forged = link.substring(0, link.lastIndexOf('.')) + other.substring(other.lastIndexOf('.'));

        // When
        int status = phone.open(forged);

        // Then
        assertEquals(404, status);
        assertTrue(phone.text().contains("This link leads nowhere"));
        assertFalse(phone.text().contains("Ada"));
    }

    @Test
    void showsButDoesNotActOnceSomebodyElseFollowsUp() {
        // Given
        String link = morning.link("Lise Meitner");
        workspace.handOver(morning.contact("Lise Meitner"), "Sam Ortega");

        // When
        phone.open(link);

        // Then
        assertTrue(phone.text().contains("Now with Sam Ortega"), phone::text);
        assertEquals(0, page.getByRole(LINK, named("Done")).count());
        assertEquals(0, page.getByRole(BUTTON).count());
    }

    @Test
    void doesFromMyDayWhatIsDueAndComesBackToIt() {
        // Given
        UUID touchpoint = morning.touchpoint("Annie Easley");
        phone.open(morning.myDay());
        assertTrue(phone.text().contains("Annie Easley"), phone::text);

        // When
        page.locator("a[href*='" + touchpoint + "/done']").first().click();
        page.getByLabel("Note").fill("From my day");
        press("Record it");

        // Then
        assertEquals("done", workspace.touchpoint(touchpoint).getString("state"));
        assertTrue(page.url().startsWith(morning.myDay()));
        assertTrue(phone.text().contains("Annie Easley: done"), phone::text);
        assertEquals(0, page.locator("a[href*='" + touchpoint + "/done']").count());
    }

    @Test
    void endsTheMailsThatAreNotWanted() {
        // Given
        phone.open(morning.unsubscribe());
        assertEquals("digest", workspace.preferences().getString("mails"));

        // When
        page.getByRole(BUTTON).first().click();

        // Then
        assertEquals("replies-only", workspace.preferences().getString("mails"));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void saysThatALinkHasExpiredAfterFourteenDays() {
        // Given
        String link = morning.link("Ada Lovelace");
        itIs("2026-12-08T07:45:00Z");

        // When
        int status = phone.open(link);

        // Then
        assertEquals(410, status);
        assertTrue(phone.text().contains("This link has expired"));
        assertFalse(phone.text().contains("Ada"));
    }

    private static void follow(String link) {
        page.getByRole(LINK, named(link)).click();
    }

    private static void press(String button) {
        page.getByRole(BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /** By the tabulator, at most round the whole page once; where the focus is can be seen. */
    private static void tabTo(String name) {
        Locator focused = page.locator("*:focus");
        for (int i = 0; i < 40; i++) {
            page.keyboard().press("Tab");
            String label = (String) focused.evaluate("e => (e.labels?.[0] ?? e).innerText.trim()");
            assertFalse("none".equals(focused.evaluate("e => getComputedStyle(e).outlineStyle")), label);
            if (label.startsWith(name)) {
                return;
            }
        }
        throw new AssertionError(name + " is not reached by the tabulator");
    }

    private static List<Map<String, Object>> interactions(String name) {
        return workspace.interactions(morning.contact(name));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
