package io.sevenfold.notifier.announcement;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why something due is told by no mail (N4). */
@Schema(enumeration = {"finished", "superseded", "erased", "do-not-contact", "too-late", "preference"})
public enum LeftOut {
    /** Done, skipped, snoozed, cancelled or postponed. */
    FINISHED,
    /** Due again in a later round, to this rep or another. */
    SUPERSEDED,
    /** The contact or the rep is. */
    ERASED,
    /** The contact must not be contacted, or not that way. */
    DO_NOT_CONTACT,
    /** The clock that was warned of has ended. */
    TOO_LATE,
    /** The rep wants to be told of replies owed only. */
    PREFERENCE;

    /**
     * SQL: why the announcement {@code a} need not be told any more; null where it must be. {@code DEFERRED} says that it must, but
     * later. Its one parameter is the present, by the domain's clock. A reply owed is told also where the contact must not be contacted.
     */
    public static final String REASON = """
            (select case
                when a.due is null
                     or exists (select from ended_subject e where e.workspace_id = a.workspace_id
                                 and e.subject_id in (a.contact_id, a.rep_id) and e.merged_into is null) then 'ERASED'
                when a.round <= t.finished_round then 'FINISHED'
                when a.round < t.due_round then 'SUPERSEDED'
                when a.kind <> 'REPLY_OWED'
                     and exists (select from contact c where c.workspace_id = a.workspace_id and c.id = a.contact_id
                                  and (c.do_not_contact or a.channel = any(c.opted_out_channels))) then 'DO_NOT_CONTACT'
                when a.occasion = 'WARNING' and a.tell_from <= now.at - interval '1 hour' then 'TOO_LATE'
                when a.occasion in ('WARNING', 'ESCALATION') and a.tell_from > now.at then 'DEFERRED'
              end
               from (select ?::timestamptz as at) now
               left join touchpoint t on t.workspace_id = a.workspace_id and t.id = a.touchpoint_id)""";

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
