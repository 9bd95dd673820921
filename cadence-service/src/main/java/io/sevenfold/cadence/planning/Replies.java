package io.sevenfold.cadence.planning;

import io.sevenfold.events.Interaction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The answers we owe or owed a contact: never two at a time, the first unanswered word of theirs counts. */
final class Replies {

    private final List<ReplyOwed> replies = new ArrayList<>();

    void owe(Interaction inbound, LocalDate date) {
        if (open() == null) {
            replies.add(new ReplyOwed(inbound, date));
        } else {
            open().goesOn(inbound);
        }
    }

    /** The one we owe; null: none. */
    ReplyOwed open() {
        ReplyOwed last = replies.isEmpty() ? null : replies.get(replies.size() - 1);
        return last != null && last.isOpen() ? last : null;
    }

    List<ReplyOwed> all() {
        return replies;
    }
}
