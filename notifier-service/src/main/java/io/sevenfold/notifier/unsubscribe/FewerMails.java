package io.sevenfold.notifier.unsubscribe;

import io.sevenfold.rest.links.Link;
import io.sevenfold.rest.links.Link.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** Keeps what a rep wished by the link in a mail. Wishing the same again changes nothing. */
@ApplicationScoped
class FewerMails {

    private static final String WISH = """
            insert into preference as p (workspace_id, rep_id, mails, team_digest, changed_at, changed_by)
            select workspace_id, id, coalesce(?, 'DIGEST'), coalesce(?, true), ?, id::text from rep
             where workspace_id = ? and id = ?
            on conflict (workspace_id, rep_id) do update set
              mails = coalesce(?, p.mails), team_digest = coalesce(?, p.team_digest),
              changed_at = excluded.changed_at, changed_by = excluded.changed_by
             where p.mails <> coalesce(?, p.mails) or p.team_digest <> coalesce(?, p.team_digest)""";

    private final DataSource app;
    private final Clock clock;

    FewerMails(DataSource app, Clock clock) {
        this.app = app;
        this.clock = clock;
    }

    void wish(Link link) throws SQLException {
        set(link, "REPLIES_ONLY", false);
    }

    /** As it is for who never wished anything. */
    void takeBack(Link link) throws SQLException {
        set(link, "DIGEST", true);
    }

    private void set(Link link, String mails, boolean teamDigest) throws SQLException {
        boolean ofTeam = link.purpose() == Purpose.UNSUBSCRIBE_TEAM;
        String mailsOrAsBefore = ofTeam ? null : mails;
        Boolean teamOrAsBefore = ofTeam ? teamDigest : null;
        try (Connection connection = app.getConnection();
                PreparedStatement wish = connection.prepareStatement(WISH)) {
            wish.setString(1, mailsOrAsBefore);
            wish.setObject(2, teamOrAsBefore, Types.BOOLEAN);
            wish.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            wish.setString(4, link.workspace());
            wish.setObject(5, link.repId());
            wish.setString(6, mailsOrAsBefore);
            wish.setObject(7, teamOrAsBefore, Types.BOOLEAN);
            wish.setString(8, mailsOrAsBefore);
            wish.setObject(9, teamOrAsBefore, Types.BOOLEAN);
            wish.executeUpdate();
        }
    }
}
