package io.sevenfold.cadence.insights;

import io.sevenfold.cadence.insights.PersistenceReport.Group;
import io.sevenfold.cadence.insights.PersistenceReport.Late;
import io.sevenfold.cadence.insights.PersistenceReport.Replies;
import io.sevenfold.cadence.insights.PersistenceReport.Touch;
import io.sevenfold.delivery.sql.Row;
import io.sevenfold.events.EndReason;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Adds up what SQL counted of one group. */
final class GroupCounts {

    /** The last touch that is told apart: so many, or more where a cadence repeats. */
    static final int LAST = 7;

    private final long[] here = new long[LAST + 1];
    private final long[] active = new long[LAST + 1];
    private final long[] replied = new long[LAST + 1];
    private final List<Map<EndReason, Long>> ended = new ArrayList<>();
    private Late late = new Late(0, 0, 0, 0, 0);
    private Replies replies = new Replies(0, 0, 0, 0, 0, 0);

    GroupCounts() {
        for (int touch = 0; touch <= LAST; touch++) {
            ended.add(new EnumMap<>(EndReason.class));
        }
    }

    /** Of enrollments with the same touches and end. */
    GroupCounts add(Row row) throws SQLException {
        long count = row.number("enrollments");
        int touch = row.integer("touch");
        here[touch] += count;
        EndReason end = row.constant("end_reason", EndReason.class);
        if (end == null) {
            active[touch] += count;
        } else {
            ended.get(touch).merge(end, count, Long::sum);
        }
        for (int after = 0; after <= LAST; after++) {
            replied[after] += row.number("replied_" + after);
        }
        late = late.plus(Late.of(row, row.number("touches")));
        replies = replies.plus(Replies.of(row));
        return this;
    }

    Group group(String key) {
        Touch[] all = new Touch[LAST + 1];
        long reached = 0;
        for (int touch = LAST; touch >= 0; touch--) {
            reached += here[touch];
            all[touch] = new Touch(touch, reached, active[touch], ended.get(touch), replied[touch]);
        }
        return new Group(key, reached, List.of(all), late, replies);
    }
}
