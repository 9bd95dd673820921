package io.sevenfold.delivery.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** One statement for many rows. Parameters are bound by their Java type; a collection becomes an array. */
public final class Sql {

    /** PostgreSQL's names of the types that arrays are made of, where they are no text. */
    private static final Map<Class<?>, String> ARRAYS =
            Map.of(UUID.class, "uuid", LocalDate.class, "date", Integer.class, "int4", Long.class, "int8");

    private Sql() {}

    public static <T> List<T> query(Connection connection, String sql, Row.Reader<T> reader, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (ResultSet result = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                Row row = new Row(result);
                while (result.next()) {
                    rows.add(reader.read(row));
                }
                return rows;
            }
        }
    }

    /** How many rows were written. */
    public static int update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        }
    }

    /** The statement once for each item, in one batch. */
    public static <T> void batch(
            Connection connection, String sql, Collection<T> items, Function<T, Object[]> parameters)
            throws SQLException {
        if (items.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (T item : items) {
                bind(statement, parameters.apply(item));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, bound(statement.getConnection(), parameters[i]));
        }
    }

    private static Object bound(Connection connection, Object value) throws SQLException {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Collection<?> many) {
            Object[] elements = many.stream()
                    .map(it -> it instanceof Enum<?> constant ? constant.name() : it)
                    .toArray();
            return connection.createArrayOf(elementType(many), elements);
        }
        return value;
    }

    private static String elementType(Collection<?> many) {
        Object first = many.isEmpty() ? "" : many.iterator().next();
        return ARRAYS.getOrDefault(first.getClass(), "text");
    }
}
