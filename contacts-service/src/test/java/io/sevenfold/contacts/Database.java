package io.sevenfold.contacts;

import io.sevenfold.infra.ServiceTestResource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The service's database as its superuser sees it, past row-level security. */
final class Database {

    private Database() {}

    /** The first column of what a query finds, as text. */
    static List<String> query(String query, Object... parameters) {
        try (Connection connection =
                        ServiceTestResource.postgres().superuser("contacts").getConnection();
                PreparedStatement sql = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                sql.setObject(i + 1, parameters[i]);
            }
            ResultSet rows = sql.executeQuery();
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tables with a row in which the text occurs anywhere. */
    static List<String> tablesHolding(String text) {
        return query("select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace")
                .stream()
                .filter(table -> !query("select 1 from \"" + table + "\" t where position(? in t::text) > 0", text)
                        .isEmpty())
                .toList();
    }
}
