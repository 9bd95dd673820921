package io.sevenfold.system;

import static io.sevenfold.system.Sevenfold.itIs;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.sevenfold.infra.Mail;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Makes the pictures in {@code docs/pictures} from the mails and pages of a running system. No test of the build:
 * {@code docs/pictures/make} runs it.
 */
@EnabledIf("io.sevenfold.system.Chromium#isThere")
class Pictures {

    private static final Path FOLDER = Path.of("../../docs/pictures");
    /** As wide as mail programs on a desk show a mail. */
    private static final int DESK = 640;

    private static final int NARROW = 320;

    private final Autumn autumn = new Autumn();

    @Test
    void ofTheMorningAndTheWeek() throws Exception {
        autumn.untilThursday();
        itIs("2026-12-03T07:31:00Z");
        Mail digest = autumn.digest("3 December");
        picture("digest", digest, DESK, ColorScheme.LIGHT);
        picture("digest-dark", digest, DESK, ColorScheme.DARK);
        picture("digest-320", digest, NARROW, ColorScheme.LIGHT);
        String call = Links.toTouchpoint(digest, autumn.touchpoint("Katherine Johnson"));
        picture("touchpoint", call, ColorScheme.LIGHT);
        picture("done", call + "/done", ColorScheme.DARK);
        picture("my-day", Links.to("/my-day/", digest).get(0), ColorScheme.LIGHT);
        autumn.untilMonday();
        picture(
                "week",
                autumn.mail(
                        Autumn.INES,
                        mail -> mail.html().contains("cid:") && mail.html().contains("7 December 2026")),
                DESK,
                ColorScheme.LIGHT);
    }

    private static void picture(String name, Mail mail, int width, ColorScheme scheme) throws Exception {
        try (Phone screen = Phone.of(width, scheme)) {
            screen.show(InlineImages.of(mail).in(mail.html()));
            take(screen.page, name, true);
        }
    }

    /** As far as a phone shows it. */
    private static void picture(String name, String url, ColorScheme scheme) throws Exception {
        try (Phone screen = Phone.of(Chromium.PHONE, scheme)) {
            screen.open(url);
            take(screen.page, name, false);
        }
    }

    private static void take(Page page, String name, boolean whole) throws Exception {
        byte[] png = page.screenshot(new Page.ScreenshotOptions().setFullPage(whole));
        SmallPng.write(png, FOLDER.resolve(name + ".png"));
    }
}
