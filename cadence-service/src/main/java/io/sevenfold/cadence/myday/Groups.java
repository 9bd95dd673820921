package io.sevenfold.cadence.myday;

import io.sevenfold.cadence.myday.MyDay.Group;
import io.sevenfold.cadence.queue.QueueDay.Counts;
import io.sevenfold.cadence.queue.QueueItem;
import io.sevenfold.events.TouchpointKind;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The queue's items under headings, in the queue's order (principle 8). */
final class Groups {

    private static final Predicate<QueueItem> REPLY = it -> it.touchpoint().kind() == TouchpointKind.REPLY_OWED;
    private static final Predicate<QueueItem> TODAY =
            REPLY.or(QueueItem::overdue).negate();

    private Groups() {}

    /** @param cards those of the items, in the same order */
    static List<Group> of(List<QueueItem> items, Counts counts, List<Card> cards) {
        return Stream.of(
                        new Group("replies", "Replies owed", counts.replies(), cards(items, cards, REPLY)),
                        new Group("overdue", "Overdue", counts.overdue(), cards(items, cards, QueueItem::overdue)),
                        new Group("due", "Due today", counts.due(), cards(items, cards, TODAY)))
                .filter(group -> !group.cards().isEmpty())
                .toList();
    }

    /** Where all are shown, as they are shown: a day may begin between one query and the next. */
    static Counts counted(List<QueueItem> items, Counts now) {
        return new Counts(
                count(items, REPLY), count(items, QueueItem::overdue), count(items, TODAY), now.planned(), now.moved());
    }

    private static List<Card> cards(List<QueueItem> items, List<Card> cards, Predicate<QueueItem> which) {
        return IntStream.range(0, items.size())
                .filter(i -> which.test(items.get(i)))
                .mapToObj(cards::get)
                .toList();
    }

    private static int count(List<QueueItem> items, Predicate<QueueItem> which) {
        return (int) items.stream().filter(which).count();
    }
}
