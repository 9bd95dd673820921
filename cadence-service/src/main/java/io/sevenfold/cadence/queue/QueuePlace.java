package io.sevenfold.cadence.queue;

import io.sevenfold.delivery.sql.Row;
import io.sevenfold.rest.ProblemException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Where a touchpoint stands in a queue (principle 8): replies owed first and the longest owed on top, then by date. Never by the size of a deal (principle 7). As text it is a cursor's content.
 */
record QueuePlace(boolean step, Instant owedSince, LocalDate dueOn, LocalDate plannedOn, UUID id) {

    /** The place of touchpoint {@code t}, to be ordered by. */
    static final String COLUMNS =
            "t.kind <> 'REPLY_OWED', coalesce(t.owed_since, 'epoch'), t.due_on, t.planned_on, t.id";

    private static final String SEPARATOR = "/";

    static QueuePlace of(Row row) throws SQLException {
        Instant owedSince = row.instant("owed_since");
        return new QueuePlace(
                !row.text("kind").equals("REPLY_OWED"),
                owedSince == null ? Instant.EPOCH : owedSince,
                row.date("due_on"),
                row.date("planned_on"),
                row.uuid("id"));
    }

    /** @throws ProblemException 400 where it is no place of a queue */
    static QueuePlace parse(String cursor) {
        try {
            String[] parts = cursor.split(SEPARATOR);
            return new QueuePlace(
                    Boolean.parseBoolean(parts[0]),
                    Instant.ofEpochSecond(0, Long.parseLong(parts[1]) * 1_000),
                    LocalDate.ofEpochDay(Integer.parseInt(parts[2])),
                    LocalDate.ofEpochDay(Integer.parseInt(parts[3])),
                    UUID.fromString(parts[4]));
        } catch (DateTimeException
                | ArithmeticException
                | IllegalArgumentException
                | ArrayIndexOutOfBoundsException e) {
            throw ProblemException.invalid("cursor", "is not a cursor of this list");
        }
    }

    Object[] columns() {
        return new Object[] {step, owedSince, dueOn, plannedOn, id};
    }

    @Override
    public String toString() {
        long micros = owedSince.getEpochSecond() * 1_000_000 + owedSince.getNano() / 1_000;
        return String.join(
                SEPARATOR,
                String.valueOf(step),
                String.valueOf(micros),
                String.valueOf(dueOn.toEpochDay()),
                String.valueOf(plannedOn.toEpochDay()),
                id.toString());
    }
}
