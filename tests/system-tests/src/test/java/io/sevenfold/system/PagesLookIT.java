package io.sevenfold.system;

import static com.microsoft.playwright.options.AriaRole.BUTTON;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.microsoft.playwright.options.ColorScheme;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of page, as the eyes, the fingers and the screen readers of many kinds of people meet it. */
@EnabledIf("io.sevenfold.system.Chromium#isThere")
class PagesLookIT {

    private static final int NARROW = 320;
    private static final String LONG_NAME = "Maximiliane-Alexandra Freifrau von Donaudampfschifffahrt";
    private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);

    private static final Map<ColorScheme, Phone> PHONES = new EnumMap<>(ColorScheme.class);
    private static Morning morning;

    @BeforeAll
    static void begin() {
        morning = Morning.with("Ada Lovelace", "Emmy Noether", LONG_NAME);
        morning.write("Emmy Noether", "Can you call me today?");
        morning.replyLink("Emmy Noether");
        for (ColorScheme scheme : SCHEMES) {
            PHONES.put(scheme, Phone.of(Chromium.PHONE, scheme));
        }
    }

    @AfterAll
    static void end() {
        PHONES.values().forEach(Phone::close);
    }

    private enum Kind {
        TOUCHPOINT(phone -> phone.open(morning.link("Ada Lovelace"))),
        TOUCHPOINT_OF_A_LONG_NAME(phone -> phone.open(morning.link(LONG_NAME))),
        DONE(phone -> phone.open(morning.link("Ada Lovelace") + "/done")),
        DONE_NEVER(phone -> {
            phone.open(morning.link("Ada Lovelace") + "/done");
            phone.page.getByLabel("They asked not to be contacted again").check();
        }),
        DONE_REFUSED(phone -> {
            phone.open(morning.link("Ada Lovelace") + "/done");
            phone.page.getByLabel("We booked a meeting").check();
            phone.page.getByRole(BUTTON).click();
        }),
        LATER(phone -> phone.open(morning.link("Ada Lovelace") + "/snooze")),
        LATER_REFUSED(phone -> {
            phone.open(morning.link("Ada Lovelace") + "/snooze");
            phone.page.getByRole(BUTTON).click();
        }),
        SKIP(phone -> phone.open(morning.link("Ada Lovelace") + "/skip")),
        REPLY_OWED(phone -> phone.open(morning.replyLink("Emmy Noether"))),
        NO_ANSWER_NEEDED(phone -> phone.open(morning.replyLink("Emmy Noether") + "/skip")),
        NOWHERE(phone -> phone.open(morning.link("Ada Lovelace") + "x")),
        MY_DAY(phone -> phone.open(morning.myDay())),
        FEWER_MAILS(phone -> phone.open(morning.unsubscribe())),
        MAIL(phone -> phone.show(morning.digest().html())),
        FEWER_MAILS_FROM_NOW_ON(phone -> {
            phone.open(morning.unsubscribe());
            phone.page.getByRole(BUTTON).first().click();
        }),
        AFTERWARDS(phone -> {
            phone.open(morning.link(LONG_NAME) + "/skip");
            if (phone.page.getByRole(BUTTON).count() == 1) {
                phone.page.getByRole(BUTTON).click();
            }
        });

        private final Consumer<Phone> open;

        Kind(Consumer<Phone> open) {
            this.open = open;
        }
    }

    static Stream<Arguments> pages() {
        return Stream.of(Kind.values()).flatMap(kind -> SCHEMES.stream().map(scheme -> Arguments.of(kind, scheme)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isForEverybody(Kind kind, ColorScheme scheme) {
        // Given
        Phone phone = PHONES.get(scheme);

        // When
        phone.width(Chromium.PHONE);
        kind.open.accept(phone);

        // Then
        assertAll(kind + ", " + scheme, phone::assertAccessible, phone::assertTouchable, phone::assertFits, () -> {
            phone.width(NARROW);
            phone.assertFits();
        });
    }
}
