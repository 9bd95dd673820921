package io.sevenfold.notifier.mail;

import static io.sevenfold.notifier.mail.MailWords.count;

import io.sevenfold.events.OverdueReply;
import io.sevenfold.events.TeamWeekBegun;
import io.sevenfold.events.UnseenContact;
import io.sevenfold.language.Phrases;
import io.sevenfold.notifier.mail.MailContent.Row;
import io.sevenfold.notifier.mail.MailContent.Section;
import io.sevenfold.notifier.mail.ReminderFacts.TeamWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** The manager's week: the replies their team owes for too long, how far it stays with people, and whom nobody sees. */
final class TeamMail {

    private static final int LISTED = 15;

    private final Letter letter;
    private final TeamWeek team;
    private final TeamWeekBegun told;

    TeamMail(ReminderFacts facts, Letter letter) {
        this.letter = letter;
        this.team = facts.team();
        this.told = team.told();
    }

    MailContent content() {
        TeamPersistence persistence = new TeamPersistence(letter, team);
        List<Section> sections = new ArrayList<>();
        if (!told.repliesOverdue().isEmpty()) {
            sections.add(Section.of("Replies owed too long", "They wrote, and the time to answer is over.")
                    .with(
                            List.of(),
                            rows(told.repliesOverdue(), told.repliesOverdue().size(), this::owed)));
        }
        sections.add(persistence.section());
        if (told.unseen() > 0) {
            sections.add(Section.of(
                            "The unseen",
                            count(told.unseen(), "person has", "people have")
                                    + " no next touch. The longest unseen first:")
                    .with(List.of(), rows(told.longestUnseen(), told.unseen(), this::unseen)));
        }
        return new MailContent(
                "Your team: " + summary() + " – week of " + letter.time().date(told.date()),
                summary(),
                letter.today(),
                "Your team's week",
                Phrases.capitalised(summary()) + ".",
                sections,
                null,
                Footer.noTeamMails(letter),
                persistence.pictures());
    }

    private String summary() {
        int owed = told.repliesOverdue().size();
        return (owed == 0 ? "no reply" : count(owed, "reply", "replies")) + " owed too long, "
                + (told.unseen() == 0 ? "nobody" : told.unseen()) + " unseen";
    }

    private static <T> List<Row> rows(List<T> some, int all, Function<T, Row> row) {
        int shown = Math.min(some.size(), LISTED);
        Stream<Row> rest = all > shown ? Stream.of(new Row("And " + (all - shown) + " more", null, null)) : Stream.of();
        return Stream.concat(some.stream().limit(LISTED).map(row), rest).toList();
    }

    private Row owed(OverdueReply reply) {
        return new Row(
                contact(reply.contactId()),
                rep(reply.repId()) + " has owed an answer since "
                        + letter.time().dateAndTime(reply.owedSince()) + "; it was to come by "
                        + letter.time().dateAndTime(reply.answerBy()),
                null);
    }

    private Row unseen(UnseenContact contact) {
        return new Row(
                contact(contact.contactId()), MailWords.why(contact.why()) + " Owner: " + rep(contact.repId()), null);
    }

    private String rep(UUID id) {
        return name(team.repNames(), id, "a colleague");
    }

    private String contact(UUID id) {
        return name(team.contactNames(), id, "Somebody not known by name yet");
    }

    static String name(Map<UUID, String> names, UUID id, String unknown) {
        return Line.name(id == null ? null : names.get(id), unknown);
    }
}
