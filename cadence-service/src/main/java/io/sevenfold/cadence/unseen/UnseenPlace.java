package io.sevenfold.cadence.unseen;

import io.sevenfold.events.WhyNone;
import io.sevenfold.rest.PlaceInTime;
import java.time.Instant;
import java.util.UUID;

/** Where a contact stands among the unseen; as text it is a cursor's content. */
record UnseenPlace(boolean onTop, Instant since, UUID contactId) {

    /** Of a connection {@code k}: where nobody asks for one reason only, who must not be contacted is left out. */
    static final String AMONG_ALL = "k.unseen_since is not null and k.why_none <> 'DO_NOT_CONTACT'";

    static final String ORDER = "(k.why_none <> 'NOBODY_TO_ANSWER'), k.unseen_since, k.contact_id";

    private static final String TOP = "top/";

    static UnseenPlace of(Unseen it) {
        return new UnseenPlace(it.reason() == WhyNone.NOBODY_TO_ANSWER, it.since(), it.contactId());
    }

    /** @throws io.sevenfold.rest.ProblemException 400 where it is no place of this list */
    static UnseenPlace parse(String cursor) {
        boolean onTop = cursor.startsWith(TOP);
        PlaceInTime place = PlaceInTime.parse(onTop ? cursor.substring(TOP.length()) : cursor);
        return new UnseenPlace(onTop, place.at(), place.id());
    }

    @Override
    public String toString() {
        return (onTop ? TOP : "") + new PlaceInTime(since, contactId);
    }
}
