package io.sevenfold.system;

import static io.sevenfold.system.Sevenfold.eventually;
import static io.sevenfold.system.Sevenfold.itIs;

import io.sevenfold.infra.Mail;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** Three months of a sales team of three, who come home from fairs with cards and keep getting up; told for the pictures. */
final class Autumn {

    static final String INES = "Ines Okafor";
    static final String MARA = "Mara Lindqvist";

    private static final String SAM = "Sam Ortega";
    private static final String NOOR = "Noor Haddad";

    /** Someone of Sam's or Noor's, and how often they were reached out to until November. */
    private record Known(String owner, String name, String company, String title, int touches) {}

    private static final List<Known> KNOWN = List.of(
            new Known(SAM, "Grace Hopper", "Harbor Compilers", "Rear Admiral", 7),
            new Known(NOOR, "Hedy Lamarr", "Frequency Works", "Inventor", 5),
            new Known(SAM, "Alan Turing", "Bletchley Systems", "Founder", 6),
            new Known(NOOR, "Charles Babbage", "Difference Mills", "Engineer", 2),
            new Known(SAM, "Lise Meitner", "Fission Advisory", "Partner", 4),
            new Known(NOOR, "Rosalind Franklin", "Helix Imaging", "Head of Imaging", 3),
            new Known(SAM, "Annie Easley", "Centaur Software", "Programmer", 6),
            new Known(NOOR, "Joan Clarke", "Hut Eight", "Cryptanalyst", 1),
            new Known(SAM, "Chien-Shiung Wu", "Parity Instruments", "Director", 5),
            new Known(NOOR, "Florence Nightingale", "Rose Charts", "Statistician", 2));

    private final Team team = new Team();

    /** Until Wednesday evening, the second of December. */
    void untilThursday() {
        comeHomeFromTheFirstFair();
        keepGettingUp();
        meetMore();
    }

    /** Thursday, a question that nobody answers; and Monday morning. */
    void untilMonday() {
        itIs("2026-12-03T12:45:00Z");
        team.heardFrom("Grace Hopper", "2026-12-03T12:30:00Z", "email", "Could you send me the figures you spoke of?");
        team.end("Joan Clarke");
        itIs("2026-12-07T07:31:00Z");
    }

    private void comeHomeFromTheFirstFair() {
        itIs("2026-09-13T10:00:00Z");
        team.rep(INES, Map.of());
        for (String rep : List.of(MARA, SAM, NOOR)) {
            team.rep(rep, Map.of("managerId", team.rep(INES), "dailyCapacity", 4));
        }
        for (Known known : KNOWN) {
            team.contact(known.owner, known.name, known.company, known.title, Map.of());
        }
    }

    /** On Sundays they write down what happened in the week. */
    private void keepGettingUp() {
        LocalDate sunday = LocalDate.parse("2026-09-20");
        for (int week = 0; week < 7; week++, sunday = sunday.plusWeeks(1)) {
            itIs(sunday + "T10:00:00Z");
            for (Known known : KNOWN) {
                if (week < known.touches) {
                    String tuesday = sunday.minusDays(5) + "T09:30:00Z";
                    team.noted(known.name, tuesday, "outbound", "email", "none", "Two pages out of fifty");
                }
                if (week == 2 && known.touches > 4) {
                    team.noted(known.name, sunday.minusDays(4) + "T12:00:00Z", "inbound", "email", "replied", null);
                    team.noted(known.name, sunday.minusDays(3) + "T09:00:00Z", "outbound", "call", "replied", null);
                }
            }
        }
    }

    private void meetMore() {
        itIs("2026-11-22T10:00:00Z");
        meet("Ada Lovelace", "Analytical Engines", "Head of Research", "Europe/London", "+44 20 7946 0018");
        meet("Mary Anning", "Coast Finds", "Owner", "Europe/London", "+44 1297 496 0021");

        itIs("2026-11-25T09:00:00Z");
        digest("25 November");
        reachedOut("Ada Lovelace", "2026-11-23T10:20:00Z", "email", "none", "A benchmark of mills like theirs");
        reachedOut("Mary Anning", "2026-11-23T11:05:00Z", "email", "none", "How a museum in Bonn labels its finds");
        meet("Emmy Noether", "Invariant Labs", "Professor", "Europe/Berlin", "+49 551 4960 033");

        itIs("2026-11-27T12:00:00Z");
        digest("27 November");
        team.reachedOut(
                "Ada Lovelace", "2026-11-26T10:30:00Z", "call", "not-now", null, "Budgets are decided in January");
        team.reachedOut(
                "Mary Anning",
                "2026-11-26T14:00:00Z",
                "call",
                "replied",
                null,
                "Looks for somebody who restores casts");
        reachedOut("Emmy Noether", "2026-11-26T15:10:00Z", "email", "none", "A paper on symmetric schedules");

        itIs("2026-11-29T12:00:00Z");
        meet("Katherine Johnson", "Orbit Figures", "Navigator", "America/New_York", "+1 757 555 0142");
        meet("Dorothy Vaughan", "West Computing", "Director", "America/New_York", "+1 757 555 0177");

        itIs("2026-12-01T09:00:00Z");
        digest("1 December");
        reachedOut("Katherine Johnson", "2026-11-30T13:40:00Z", "email", "none", "The table of orbits she asked for");
        reachedOut("Dorothy Vaughan", "2026-11-30T14:10:00Z", "email", "none", "A plan for teaching a team Fortran");

        itIs("2026-12-02T16:45:00Z");
        team.heardFrom(
                "Ada Lovelace",
                "2026-12-02T16:40:00Z",
                "email",
                "Our budget came through sooner than I thought. Could you show us the engine next week?");
        meet("Tu Youyou", "Artemis Pharma", "Chief Scientist", "Asia/Shanghai", "+86 10 5555 0119");
    }

    private void meet(String name, String company, String title, String zone, String phone) {
        String mail =
                name.split(" ")[0].toLowerCase() + "@" + company.toLowerCase().replace(" ", "") + ".example";
        team.contact(MARA, name, company, title, Map.of("timeZone", zone, "email", mail, "phone", phone));
    }

    private void reachedOut(String name, String when, String channel, String outcome, String gave) {
        team.reachedOut(name, when, channel, outcome, gave, null);
    }

    /** What is open with somebody. */
    UUID touchpoint(String name) {
        return UUID.fromString(team.plan(name).getString("touchpoints.find { it.state == 'due' }.id"));
    }

    /** Mara's of that day. */
    Mail digest(String date) {
        return mail(
                MARA,
                mail -> mail.html().contains(date + " 2026")
                        && !Links.to("/my-day/", mail).isEmpty());
    }

    /** The last mail to a rep of which this is so. */
    Mail mail(String rep, Predicate<Mail> which) {
        eventually()
                .alias("a mail to " + rep)
                .until(() -> team.mails(rep).stream().anyMatch(which));
        List<Mail> mails = team.mails(rep).stream().filter(which).toList();
        return mails.get(mails.size() - 1);
    }
}
