package io.sevenfold.cadence.queue;

import static io.sevenfold.delivery.sql.Sql.query;
import static java.util.stream.Collectors.toMap;

import io.sevenfold.cadence.due.DayReport;
import io.sevenfold.cadence.queue.QueueResource.LoadOfDay;
import io.sevenfold.delivery.sql.Row;
import io.sevenfold.events.DayLoad;
import io.sevenfold.events.Moved;
import io.sevenfold.rest.Page;
import io.sevenfold.rest.PageRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a rep has to do on a date: today what is due, later on what is planned. */
public final class QueueDay {

    /** How many of each there are, whatever a page shows; {@code planned} of today: what will be due once the day begins. */
    public record Counts(int replies, int overdue, int due, int planned, int moved) {

        /** All that a rep can do now. */
        public int dueNow() {
            return replies + overdue + due;
        }
    }

    private record Placed(QueueItem item, QueuePlace place) {}

    private static final String FROM = " from touchpoint t where t.workspace_id = ? and t.owner_id = ? and ";

    /** Nobody's date is ahead of another zone's by more than one: what is due stays due when its owner moves (T1). */
    private static final String TODAY =
            "t.due_on <= ?::date + 1 and (t.state = 'DUE' or t.state = 'PLANNED' and t.next and t.due_on <= ?)";

    private static final String DUE_TODAY = "t.due_on <= ?::date + 1 and t.state = 'DUE'";

    private static final String LATER = "t.due_on = ? and t.state = 'PLANNED'";

    private static final String COUNTS = """
            select count(*) filter (where due and reply)::int as replies,
                   count(*) filter (where due and not reply and due_on < ?)::int as overdue,
                   count(*) filter (where due and not reply and due_on >= ?)::int as due,
                   count(*) filter (where not due)::int as planned
              from (select t.state = 'DUE' as due, t.kind = 'REPLY_OWED' as reply, t.due_on %s%s) touchpoints""";

    private static final String ITEMS = """
            select page.*, c.name as contact_name, c.company as contact_company from (
              select t.* %s%s order by %s limit ?) page
              join contact c on c.workspace_id = page.workspace_id and c.id = page.contact_id
             order by %s""";

    private static final String BY_ID = """
            select t.*, c.name as contact_name, c.company as contact_company from touchpoint t
              join contact c on c.workspace_id = t.workspace_id and c.id = t.contact_id
             where t.workspace_id = ? and t.id = any(?::uuid[])""";

    private final Connection connection;
    private final QueueOwner owner;
    private final LocalDate date;

    public QueueDay(Connection connection, QueueOwner owner, LocalDate date) {
        this.connection = connection;
        this.owner = owner;
        this.date = date;
    }

    public Page<QueueItem> items(PageRequest page) throws SQLException {
        List<Object> parameters = new ArrayList<>(owned());
        parameters.add(date);
        String after = page.after()
                .map(QueuePlace::parse)
                .map(place -> {
                    parameters.addAll(List.of(place.columns()));
                    return " and (" + QueuePlace.COLUMNS + ") > (?, ?, ?, ?, ?)";
                })
                .orElse("");
        parameters.add(page.fetch());
        String sql = ITEMS.formatted(
                FROM,
                (isToday() ? DUE_TODAY : LATER) + after,
                QueuePlace.COLUMNS,
                QueuePlace.COLUMNS.replace("t.", "page."));
        List<Placed> placed = query(
                connection,
                sql,
                row -> new Placed(QueueItem.of(row, owner.today()), QueuePlace.of(row)),
                parameters.toArray());
        return Page.of(placed, page, it -> it.place.toString(), Placed::item);
    }

    public Counts counts(int moved) throws SQLException {
        List<Object> parameters = new ArrayList<>(List.of(owner.today(), owner.today()));
        parameters.addAll(owned());
        parameters.addAll(isToday() ? List.of(date, date) : List.of(date));
        return query(
                        connection,
                        COUNTS.formatted(FROM, isToday() ? TODAY : LATER),
                        row -> new Counts(
                                row.integer("replies"),
                                row.integer("overdue"),
                                row.integer("due"),
                                row.integer("planned"),
                                moved),
                        parameters.toArray())
                .get(0);
    }

    /** What found no place today, whole: ids and dates; on another date nothing was moved yet. */
    public List<Moved> moved() throws SQLException {
        return isToday()
                ? DayReport.moved(connection, List.of(owner.day())).getOrDefault(owner.rep(), List.of())
                : List.of();
    }

    /** These, with whom they are about. */
    public List<MovedItem> shown(List<Moved> moved) throws SQLException {
        Map<UUID, QueueItem> items = new HashMap<>();
        if (!moved.isEmpty()) {
            query(
                            connection,
                            BY_ID,
                            this::item,
                            owner.rep().workspace(),
                            moved.stream().map(Moved::touchpointId).toList())
                    .forEach(item -> items.put(item.touchpoint().id(), item));
        }
        return moved.stream()
                .filter(it -> items.containsKey(it.touchpointId()))
                .map(it -> MovedItem.of(items.get(it.touchpointId()), it))
                .toList();
    }

    /** How full each of so many dates after today is, as plans now stand (P5). */
    public List<LoadOfDay> load(int days) throws SQLException {
        Map<LocalDate, Integer> planned =
                DayReport.load(connection, List.of(owner.day()), days).getOrDefault(owner.rep(), List.of()).stream()
                        .collect(toMap(DayLoad::date, DayLoad::planned));
        LocalDate tomorrow = owner.today().plusDays(1);
        return tomorrow.datesUntil(tomorrow.plusDays(days))
                .map(it -> new LoadOfDay(it, planned.getOrDefault(it, 0), owner.capacity(it)))
                .toList();
    }

    private QueueItem item(Row row) throws SQLException {
        return QueueItem.of(row, owner.today());
    }

    private List<Object> owned() {
        return List.of(owner.rep().workspace(), owner.rep().id());
    }

    private boolean isToday() {
        return date.equals(owner.today());
    }
}
