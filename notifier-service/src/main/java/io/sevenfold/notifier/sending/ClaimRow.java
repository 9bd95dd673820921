package io.sevenfold.notifier.sending;

import io.sevenfold.events.Channel;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Outcome;
import io.sevenfold.notifier.mail.MailFacts;
import io.sevenfold.notifier.mail.MailFacts.Happened;
import io.sevenfold.notifier.mail.MailFacts.Owed;
import io.sevenfold.notifier.mail.MailFacts.Person;
import io.sevenfold.notifier.mail.MailFacts.Recipient;
import io.sevenfold.notifier.reminder.Occasion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Reads rows of {@link Claims} and {@link Leases}. */
final class ClaimRow {

    private ClaimRow() {}

    static Claim read(ResultSet row) throws SQLException {
        Recipient rep = new Recipient(
                uuid(row, "rep_id"),
                row.getString("rep_name"),
                row.getString("rep_email"),
                row.getString("locale"),
                row.getString("rep_zone"));
        Person contact = new Person(
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("company"),
                row.getString("title"),
                row.getString("time_zone"),
                row.getBoolean("do_not_contact"));
        MailFacts facts = new MailFacts(
                Occasion.valueOf(row.getString("occasion")),
                row.getString("due"),
                rep,
                contact,
                happened(row, "last"),
                happened(row, "theirs"),
                new Owed(row.getString("owing_name"), instant(row, "owed_since"), instant(row, "answer_by")));
        return new Claim(attempt(row), instant(row, "mail_date"), facts);
    }

    static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                row.getString("workspace_id"),
                uuid(row, "id"),
                row.getLong("fencing_token"),
                row.getInt("attempts"),
                uuid(row, "rep_id"),
                uuid(row, "touchpoint_id"),
                Occasion.valueOf(row.getString("occasion")),
                row.getString("message_id"),
                row.getString("traceparent"));
    }

    private static Happened happened(ResultSet row, String which) throws SQLException {
        UUID id = uuid(row, which + "_id");
        return id == null
                ? null
                : new Happened(
                        id,
                        uuid(row, which + "_rep"),
                        row.getString(which + "_rep_name"),
                        Direction.valueOf(row.getString(which + "_direction")),
                        Channel.valueOf(row.getString(which + "_channel")),
                        Outcome.valueOf(row.getString(which + "_outcome")),
                        instant(row, which + "_at"),
                        row.getString(which + "_gave"),
                        row.getString(which + "_note"));
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
