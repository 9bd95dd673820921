package io.sevenfold.delivery.sql;

import io.sevenfold.delivery.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** The current row of a result, read by column names; null where the column is null. */
public record Row(ResultSet result) {

    /** Makes something of a row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    public UUID uuid(String column) throws SQLException {
        return result.getObject(column, UUID.class);
    }

    /** The contact or rep of that column, in the row's workspace. */
    public Subject subject(String column) throws SQLException {
        return new Subject(text("workspace_id"), uuid(column));
    }

    public String text(String column) throws SQLException {
        return result.getString(column);
    }

    public Integer integer(String column) throws SQLException {
        return result.getObject(column, Integer.class);
    }

    public long number(String column) throws SQLException {
        return result.getLong(column);
    }

    public boolean flag(String column) throws SQLException {
        return result.getBoolean(column);
    }

    public LocalDate date(String column) throws SQLException {
        return result.getObject(column, LocalDate.class);
    }

    public Instant instant(String column) throws SQLException {
        OffsetDateTime time = result.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** Of a column of text[]. */
    public <E extends Enum<E>> Set<E> constants(String column, Class<E> type) throws SQLException {
        Set<E> constants = EnumSet.noneOf(type);
        for (Object name : (Object[]) result.getArray(column).getArray()) {
            constants.add(Enum.valueOf(type, (String) name));
        }
        return constants;
    }

    public <E extends Enum<E>> E constant(String column, Class<E> type) throws SQLException {
        String name = result.getString(column);
        return name == null ? null : Enum.valueOf(type, name);
    }
}
