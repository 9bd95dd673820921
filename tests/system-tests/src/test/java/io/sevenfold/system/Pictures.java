package io.sevenfold.system;

import static com.microsoft.playwright.options.AriaRole.LINK;
import static io.sevenfold.system.Sevenfold.eventually;
import static io.sevenfold.system.Sevenfold.itIs;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.sevenfold.infra.Mail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    private static final String MARA = "Mara Lindqvist";
    private static final String SAM = "Sam Ortega";
    private static final String NOOR = "Noor Haddad";
    private static final String INES = "Ines Okafor";

    private final Team team = new Team();

    @Test
    void make() throws IOException {
        Files.createDirectories(FOLDER);
        autumn();
        lastWeeks();
        thursdayMorning();
        Mail digest = awaitMail(MARA, "Ada Lovelace");
        mail("digest", digest, DESK, ColorScheme.LIGHT);
        mail("digest-dark", digest, DESK, ColorScheme.DARK);
        mail("digest-320", digest, NARROW, ColorScheme.LIGHT);
        pages(digest);
        itIs("2026-12-07T09:00:00Z");
        mail("week", awaitMail(INES, "week"), DESK, ColorScheme.LIGHT);
    }

    /** Sam and Noor have followed up with people for three months; some get far, some stop early, and some write back. */
    private void autumn() {
        itIs("2026-09-06T10:00:00Z");
        team.rep(INES, Map.of());
        for (String rep : List.of(MARA, SAM, NOOR)) {
            team.rep(rep, Map.of("managerId", team.rep(INES), "dailyCapacity", 4));
        }
        List<String> people = List.of(
                "Grace Hopper",
                "Hedy Lamarr",
                "Alan Turing",
                "Charles Babbage",
                "Lise Meitner",
                "Rosalind Franklin",
                "Annie Easley",
                "Joan Clarke",
                "Chien-Shiung Wu",
                "Florence Nightingale");
        for (int i = 0; i < people.size(); i++) {
            String owner = i % 2 == 0 ? SAM : NOOR;
            team.contact(owner, people.get(i), "Company " + (i + 1), "Engineer", Map.of());
        }
        LocalDate sunday = LocalDate.parse("2026-09-13");
        int[] touches = {7, 5, 6, 2, 4, 3, 6, 1, 5, 2};
        for (int week = 0; week < 7; week++, sunday = sunday.plusWeeks(1)) {
            itIs(sunday + "T10:00:00Z");
            for (int i = 0; i < people.size(); i++) {
                if (week < touches[i]) {
                    String day = sunday.minusDays(5).toString();
                    team.reachedOut(people.get(i), day + "T09:30:00Z", "email", "none", "A paper", null);
                }
            }
        }
    }

    private void lastWeeks() {
        itIs("2026-11-22T10:00:00Z");
        contact("Ada Lovelace", "Analytical Engines", "Head of Research", "Europe/London");
        contact("Mary Anning", "Coast Finds", "Owner", "Europe/London");
    }

    private void thursdayMorning() {
        itIs("2026-12-03T07:31:00Z");
    }

    private void contact(String name, String company, String title, String zone) {
        String mail = name.split(" ")[0].toLowerCase() + "@" + company.toLowerCase().replace(" ", "") + ".example";
        team.contact(MARA, name, company, title, Map.of("timeZone", zone, "email", mail, "phone", "+44 20 7946 0018"));
    }

    private Mail awaitMail(String rep, String subject) {
        eventually()
                .alias("a mail to " + rep + " about " + subject)
                .until(() -> !team.mails(rep, subject).isEmpty());
        List<Mail> mails = team.mails(rep, subject);
        return mails.get(mails.size() - 1);
    }
}
