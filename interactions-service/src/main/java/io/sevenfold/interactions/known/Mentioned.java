package io.sevenfold.interactions.known;

import io.sevenfold.delivery.Subject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * What is known of those an interaction mentions.
 *
 * @param contact whether there is such a contact
 * @param rep whether there is such a rep, or none was mentioned
 * @param erasedRep whether there was such a rep
 * @param touchpointOf the contact of the touchpoint; null where none was mentioned or it is not known
 */
public record Mentioned(boolean contact, boolean rep, boolean erasedRep, UUID touchpointOf) {

    private static final String LOOK = """
            select exists (select from contact where workspace_id = w and id = ?),
                   ?::uuid is null or exists (select from rep where workspace_id = w and id = ? and not erased),
                   exists (select from rep where workspace_id = w and id = ? and erased),
                   (select contact_id from touchpoint where workspace_id = w and id = ?)
              from (values (?)) workspace(w)""";

    /** Asks for all of them at once. */
    public static Mentioned by(Connection connection, Subject contact, UUID repId, UUID touchpointId)
            throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(LOOK)) {
            sql.setObject(1, contact.id());
            sql.setObject(2, repId);
            sql.setObject(3, repId);
            sql.setObject(4, repId);
            sql.setObject(5, touchpointId);
            sql.setString(6, contact.workspace());
            try (ResultSet found = sql.executeQuery()) {
                found.next();
                return new Mentioned(
                        found.getBoolean(1), found.getBoolean(2), found.getBoolean(3), found.getObject(4, UUID.class));
            }
        }
    }
}
