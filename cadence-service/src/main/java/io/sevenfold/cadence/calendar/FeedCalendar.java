package io.sevenfold.cadence.calendar;

import biweekly.ICalDataType;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Status;
import biweekly.property.Transparency;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import io.sevenfold.cadence.planning.PlannedTouchpoint;
import io.sevenfold.cadence.planning.RepCalendar;
import io.sevenfold.events.Rep;
import io.sevenfold.events.TouchpointState;
import io.sevenfold.language.RepTime;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;

/**
 * A rep's touchpoints as a calendar (RFC 5545, RFC 7986): one all-day event each, on the rep's local date. What is overdue stands on
 * the first working day from today on, for that is when it can be done; what is over, or with somebody else now, is shown as cancelled.
 */
final class FeedCalendar {

    private static final String PRODUCT = "-//Sevenfold//Touchpoints//EN";
    private static final String REFRESH = "PT1H";

    private final Rep rep;
    private final LocalDate today;
    private final LocalDate overdueOn;
    private final EventWords words;

    private FeedCalendar(Rep rep, LocalDate today, LocalDate overdueOn, Instant now) {
        this.rep = rep;
        this.today = today;
        this.overdueOn = overdueOn;
        this.words = new EventWords(rep.id(), RepTime.of(rep.locale(), rep.timeZone(), now));
    }

    static FeedCalendar of(Rep rep, Instant now) {
        RepCalendar calendar = RepCalendar.of(rep);
        LocalDate today = calendar.dateOf(now);
        return new FeedCalendar(rep, today, calendar.workingDayFrom(today).orElse(today), now);
    }

    /** The rep's local date now. */
    LocalDate today() {
        return today;
    }

    /** As a calendar program reads it: the same entries give the same text on the same day. */
    String of(List<FeedEntry> entries) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        String name = text("Sevenfold: " + rep.name());
        calendar.setName(name);
        calendar.addExperimentalProperty("X-WR-CALNAME", VObjectPropertyValues.escape(name));
        // RFC 7986 (5.7) asks for the type to be named.
        calendar.addExperimentalProperty("REFRESH-INTERVAL", ICalDataType.DURATION, REFRESH);
        calendar.addExperimentalProperty("X-PUBLISHED-TTL", REFRESH);
        entries.forEach(entry -> calendar.addEvent(event(entry)));
        return write(calendar);
    }

    /** Folded by us: the library counts characters where RFC 5545 counts octets. */
    private static String write(ICalendar calendar) {
        StringWriter text = new StringWriter();
        try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Folding.fold(text.toString());
    }

    private VEvent event(FeedEntry entry) {
        PlannedTouchpoint it = entry.touchpoint();
        boolean open = entry.isOpenFor(rep.id());
        boolean overdue = open && it.dueOn().isBefore(today);
        LocalDate date = overdue ? overdueOn : it.dueOn() == null ? dateOf(entry.changedAt()) : it.dueOn();
        Date changedAt = Date.from(overdue ? later(entry.changedAt(), midnight()) : entry.changedAt());
        VEvent event = new VEvent();
        event.setUid(it.id().toString());
        event.setDateStart(new DateStart(allDay(date)));
        event.setDateEnd(new DateEnd(allDay(date.plusDays(1))));
        event.setSummary(text(words.summary(entry, open, overdue)));
        if (open) {
            event.setDescription(text(words.description(entry, overdue)));
        }
        event.setStatus(
                !open
                        ? Status.cancelled()
                        : it.state() == TouchpointState.DUE ? Status.confirmed() : Status.tentative());
        event.setTransparency(Transparency.transparent());
        event.setSequence(sequence(entry, overdue));
        // Without a METHOD both say when it was last revised (RFC 5545, 3.8.7.2).
        event.setDateTimeStamp(changedAt);
        event.setLastModified(changedAt);
        return event;
    }

    /** Grows by a day as an overdue one moves; who moves west gains a day, and their version makes up for it. */
    private int sequence(FeedEntry entry, boolean overdue) {
        long days = overdue ? today.toEpochDay() - entry.touchpoint().dueOn().toEpochDay() : 0;
        return Math.toIntExact(entry.changes() + days + rep.version());
    }

    private Instant midnight() {
        return today.atStartOfDay(ZoneId.of(rep.timeZone())).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /** A date is a date in every zone: made of its parts, it is written as they are. */
    private static ICalDate allDay(LocalDate date) {
        return new ICalDate(new DateTimeComponents(date.getYear(), date.getMonthValue(), date.getDayOfMonth()), false);
    }

    /** Without what RFC 5545 has in no text: control characters, but for line breaks, which are written as {@code \n}. */
    private static String text(String any) {
        return any.replaceAll("\\R", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
    }
}
