package io.sevenfold.notifier.inbound;

import io.sevenfold.delivery.Endings;
import io.sevenfold.delivery.IncomingEvent;
import io.sevenfold.delivery.Subjects;
import io.sevenfold.delivery.TopicConsumer;
import io.sevenfold.events.Topic;
import io.sevenfold.notifier.gathering.GatheringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Makes an announcement of each round in which a touchpoint becomes due (N1) and, as the clock of a reply owed goes, a warning and word to
 * the manager (N3), and a digest of each day that begins (N2); leaves out what need not be told any more (N4).
 */
@ApplicationScoped
public class TouchpointsConsumer implements TopicConsumer {

    private final AnnouncementRows announcements;
    private final ReplyClockRows replyClocks;
    private final DayRows days;
    private final GatheringJob gathering;

    TouchpointsConsumer(
            AnnouncementRows announcements, ReplyClockRows replyClocks, DayRows days, GatheringJob gathering) {
        this.announcements = announcements;
        this.replyClocks = replyClocks;
        this.days = days;
        this.gathering = gathering;
    }

    @Override
    public String topic() {
        return Topic.TOUCHPOINTS.topicName();
    }

    @Override
    public void consume(Connection worker, List<IncomingEvent> all) throws SQLException {
        List<IncomingEvent> events = all.stream().filter(TouchpointNews::isAny).toList();
        Endings endings = Subjects.lock(
                worker, events.stream().map(IncomingEvent::subject).distinct().toList());
        TouchpointNews news = new TouchpointNews();
        for (IncomingEvent event : events) {
            if (!endings.erased(event.subject())) {
                news.add(event, endings.survivor(event.subject()));
            }
        }
        announcements.store(worker, news.rounds, news.due);
        replyClocks.store(worker, news.clocks, news.ended);
        days.store(worker, news.begun);
        announcements.leaveOut(worker, news.rounds);
    }

    @Override
    public void committed() {
        gathering.wake();
    }
}
