package io.sevenfold.contacts.contact;

import io.sevenfold.events.Channel;
import io.sevenfold.events.Contact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.stream.Stream;

/** A contact's row as an event tells it, for SQL that changes many at once. */
public final class ContactRow {

    /** What to select or return from {@code contact c}. */
    public static final String COLUMNS = """
            c.workspace_id, c.id, c.version, c.name, c.email, c.phone, c.company, c.title, c.time_zone, c.owner_id, c.external_id,
            array(select t.tag from contact_tag t where t.workspace_id = c.workspace_id and t.contact_id = c.id) as tags,
            c.do_not_contact, c.do_not_contact_channels, c.do_not_contact_because, c.do_not_contact_lifted_at""";

    private ContactRow() {}

    /** The contact at the cursor. */
    public static Contact read(ResultSet row) throws SQLException {
        return new Contact(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("company"),
                row.getString("title"),
                row.getString("time_zone"),
                row.getObject("owner_id", UUID.class),
                row.getString("external_id"),
                texts(row, "tags").sorted().toList(),
                row.getBoolean("do_not_contact"),
                texts(row, "do_not_contact_channels")
                        .map(Channel::valueOf)
                        .sorted()
                        .toList(),
                row.getObject("do_not_contact_because", UUID.class),
                instant(row.getObject("do_not_contact_lifted_at", OffsetDateTime.class)));
    }

    private static Stream<String> texts(ResultSet row, String column) throws SQLException {
        return Stream.of((String[]) row.getArray(column).getArray());
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
