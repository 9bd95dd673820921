package io.sevenfold.cadence.myday;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sevenfold.cadence.calendar.Subscriptions;
import io.sevenfold.cadence.myday.MyDay.Load;
import io.sevenfold.cadence.myday.MyDay.MovedCard;
import io.sevenfold.cadence.page.Door;
import io.sevenfold.cadence.page.Happened;
import io.sevenfold.cadence.page.Html;
import io.sevenfold.cadence.page.Notice;
import io.sevenfold.cadence.page.Stories;
import io.sevenfold.cadence.queue.MovedItem;
import io.sevenfold.cadence.queue.QueueDay;
import io.sevenfold.cadence.queue.QueueDay.Counts;
import io.sevenfold.cadence.queue.QueueItem;
import io.sevenfold.cadence.queue.QueueOwner;
import io.sevenfold.delivery.Subject;
import io.sevenfold.events.Moved;
import io.sevenfold.language.RepTime;
import io.sevenfold.rest.Page;
import io.sevenfold.rest.PageRequest;
import io.sevenfold.rest.links.Link;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** The rep's day as it is now: the queue's own order and counts, with what a rep needs to act on each. */
@ApplicationScoped
public class MyDayPages {

    private static final int OK = 200;
    private static final int CARDS = 200;
    private static final int MOVED = 50;
    private static final int STORY = 5;
    private static final int DAYS_AHEAD = 14;
    private static final int DAYS_SHOWN = 5;

    @CheckedTemplate(basePath = "myday")
    static class Templates {
        static native TemplateInstance day(MyDay day);

        static native TemplateInstance calendar(String dayPath, String url, String webcal);
    }

    private final DataSource app;
    private final Subscriptions subscriptions;
    private final Clock clock;

    MyDayPages(DataSource app, Subscriptions subscriptions, Clock clock) {
        this.app = app;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    /** @param notice what was just done; null: nothing, the page was only opened */
    @Transactional
    public Response day(Link link, String path, Notice notice) throws SQLException {
        Subject rep = new Subject(link.workspace(), link.repId());
        Instant at = clock.instant();
        try (Connection connection = app.getConnection()) {
            QueueOwner owner = QueueOwner.find(connection, rep, at);
            RepTime time = RepTime.of(owner.state().locale(), owner.state().timeZone(), at);
            QueueDay day = new QueueDay(connection, owner, owner.today());
            Page<QueueItem> page = day.items(first(CARDS));
            List<QueueItem> items = page.items();
            List<Moved> moved = day.moved();
            boolean whole = page.nextCursor() == null;
            Counts now = day.counts(moved.size());
            Counts counts = whole ? Groups.counted(items, now) : now;
            DayWords words = new DayWords(counts, owner, time);
            List<Load> load = load(day, time);
            List<MovedItem> shownMoved = day.shown(moved.stream().limit(MOVED).toList());
            return Html.of(
                    OK,
                    Templates.day(new MyDay(
                            owner.state().name(),
                            time.fullDay(owner.today()),
                            words.summary(),
                            words.later(),
                            DayWords.next(load),
                            notice,
                            Groups.of(items, counts, cards(connection, items, link, path, time)),
                            whole ? 0 : Math.max(1, counts.dueNow() - items.size()),
                            shownMoved.stream()
                                    .map(it -> MovedCard.of(it, link, path, time))
                                    .toList(),
                            moved.size() - shownMoved.size(),
                            load,
                            path,
                            subscriptions.since(connection, rep).map(time::day).orElse(null))));
        }
    }

    /** Gives the rep's calendar a new address and shows it, this once. */
    @Transactional
    public Response subscribe(Link link, String path) throws SQLException {
        Subject rep = new Subject(link.workspace(), link.repId());
        try (Connection connection = app.getConnection()) {
            QueueOwner.find(connection, rep, clock.instant());
            String url = subscriptions.renew(connection, rep, clock.instant().truncatedTo(ChronoUnit.MICROS));
            String webcal = "webcal:" + URI.create(url).getRawSchemeSpecificPart();
            return Html.of(OK, Templates.calendar(path, url, webcal));
        }
    }

    private static List<Card> cards(Connection connection, List<QueueItem> items, Link link, String path, RepTime time)
            throws SQLException {
        List<UUID> contacts =
                items.stream().map(it -> it.touchpoint().contactId()).distinct().toList();
        Map<UUID, List<Happened>> stories = Stories.of(connection, link.workspace(), contacts, STORY);
        Map<UUID, Background> backgrounds = Background.of(
                connection,
                link.workspace(),
                items.stream().map(it -> it.touchpoint().id()).toList());
        return items.stream()
                .map(it -> Card.of(
                        it,
                        backgrounds.getOrDefault(it.touchpoint().id(), Background.UNKNOWN),
                        stories.getOrDefault(it.touchpoint().contactId(), List.of()),
                        Door.ofDay(link, path, it.touchpoint().id()),
                        time))
                .toList();
    }

    private static List<Load> load(QueueDay day, RepTime time) throws SQLException {
        return day.load(DAYS_AHEAD).stream()
                .filter(it -> it.capacity() > 0 || it.planned() > 0)
                .limit(DAYS_SHOWN)
                .map(it -> new Load(time.day(it.date()), it.planned(), it.capacity()))
                .toList();
    }

    private static PageRequest first(int limit) {
        PageRequest page = new PageRequest();
        page.limit = limit;
        return page;
    }
}
