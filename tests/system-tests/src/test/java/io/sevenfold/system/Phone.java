package io.sevenfold.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;

/** A phone in somebody's hand, with one page open. */
final class Phone implements AutoCloseable {

    /** The least side of what a finger is to meet, in CSS pixels. */
    private static final int FINGER = 44;

    private static final List<String> WCAG_2_1_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

    private final BrowserContext context;
    final Page page;

    private Phone(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.setDefaultTimeout(20_000);
    }

    /** As most reps could have it, but with JavaScript switched off: every page works without. */
    static Phone withoutScripts() {
        return new Phone(Chromium.screen(Chromium.PHONE, ColorScheme.LIGHT, false));
    }

    /** One that can be examined: axe is a script. */
    static Phone of(int width, ColorScheme scheme) {
        return new Phone(Chromium.screen(width, scheme, true));
    }

    /** Opens a page and says what it was answered with. */
    int open(String url) {
        Response response = page.navigate(url);
        return response.status();
    }

    /** Shows a mail, as far as mail programs are browsers. */
    void show(String html) {
        // Else the policy of the page that was open holds for it, too.
        page.navigate("about:blank");
        page.setContent(html);
    }

    /** Turns to another width. */
    void width(int width) {
        page.setViewportSize(width, 740);
    }

    /** All that can be read. */
    String text() {
        return page.innerText("body");
    }

    /** No rule of WCAG 2.1 A and AA that a program can check is broken. */
    void assertAccessible() {
        List<String> violations = new AxeBuilder(page)
                .withTags(WCAG_2_1_AA).analyze().getViolations().stream()
                        .map(Phone::toText)
                        .toList();
        assertEquals(List.of(), violations, () -> page.content());
    }

    /** Nothing is to be scrolled sideways. */
    void assertFits() {
        int width = page.viewportSize().width;
        assertEquals(List.of(), page.evaluate("""
                        width => [document.documentElement, ...document.querySelectorAll('body *')]
                            .filter(e => e.getBoundingClientRect().right > width + 0.5 || e.matches('html') && e.scrollWidth > width)
                            .map(e => e.outerHTML.slice(0, 200))""", width), () -> "is wider than " + width);
    }

    /** What is to be touched is large enough for a finger; links within a sentence may be as high as it (WCAG 2.5.5). */
    void assertTouchable() {
        assertEquals(List.of(), page.evaluate("""
                        least => [...document.querySelectorAll('a, button, input:not([type=hidden]), select, textarea, summary')]
                            .filter(e => e.checkVisibility() && !(e.matches('a') && e.closest('p')))
                            .filter(e => [e, ...(e.labels ?? [])].every(target => {
                                const box = target.getBoundingClientRect();
                                return box.width < least || box.height < least;
                            }))
                            .map(e => `${e.outerHTML.slice(0, 200)}: ${JSON.stringify(e.getBoundingClientRect())}`)""", FINGER), "is too small for a finger");
    }

    private static String toText(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
