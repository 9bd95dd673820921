package io.sevenfold.notifier.sending;

import static io.sevenfold.delivery.sql.Sql.query;

import io.sevenfold.delivery.sql.Row;
import io.sevenfold.notifier.mail.ReminderFacts;
import io.sevenfold.notifier.mail.ReminderFacts.Day;
import io.sevenfold.notifier.mail.ReminderFacts.Item;
import io.sevenfold.notifier.mail.ReminderFacts.Recipient;
import io.sevenfold.notifier.mail.ReminderFacts.TeamWeek;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What claimed mails are made of, as it is known now. */
final class ClaimedMails {

    private record Mail(Attempt attempt, Instant date, Recipient rep, String about) {}

    private static final String MAILS = """
            select r.*, rep.name as rep_name, rep.email as rep_email, rep.locale, rep.time_zone as rep_zone, about.name as about,\s""" + ClaimRow.TOUCHPOINTS + """

              from unnest(?::text[], ?::uuid[]) as claimed(workspace_id, id)
              join reminder r using (workspace_id, id)
              join rep on rep.workspace_id = r.workspace_id and rep.id = r.rep_id
              left join rep about on about.workspace_id = r.workspace_id and about.id = r.about_rep_id
             order by r.send_from, r.next_attempt_at""";

    private ClaimedMails() {}

    static List<Claim> read(Connection worker, List<String> workspaces, List<UUID> ids) throws SQLException {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Item>> items = ClaimedItems.read(worker, workspaces, ids);
        Map<UUID, Day> days = ClaimedDays.read(worker, workspaces, ids);
        Map<UUID, TeamWeek> weeks = ClaimedWeeks.read(worker, workspaces, ids);
        List<Claim> claims = new ArrayList<>();
        for (Mail mail : query(worker, MAILS, ClaimedMails::mail, workspaces, ids)) {
            Attempt attempt = mail.attempt();
            ReminderFacts facts = new ReminderFacts(
                    attempt.occasion(),
                    attempt.workspace(),
                    mail.rep(),
                    items.getOrDefault(attempt.id(), List.of()),
                    days.get(attempt.id()),
                    weeks.get(attempt.id()),
                    mail.about());
            claims.add(new Claim(attempt, mail.date(), facts));
        }
        return claims;
    }

    private static Mail mail(Row row) throws SQLException {
        Recipient rep = new Recipient(
                row.uuid("rep_id"),
                row.text("rep_name"),
                row.text("rep_email"),
                row.text("locale"),
                row.text("rep_zone"));
        return new Mail(ClaimRow.attempt(row.result()), row.instant("mail_date"), rep, row.text("about"));
    }
}
