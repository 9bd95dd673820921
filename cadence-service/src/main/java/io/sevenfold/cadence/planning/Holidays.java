package io.sevenfold.cadence.planning;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Public holidays of a country (ISO 3166-1) or one of its regions (ISO 3166-2), by year. Computed once per year and region. Of a
 * country that the library does not know there are none: that is refused where a rep is saved, and must not stop a plan.
 */
public final class Holidays {

    /** No holidays at all. */
    public static final Holidays NONE = new Holidays(null);

    private static final Map<String, Holidays> REGIONS = new ConcurrentHashMap<>();

    private final HolidayManager manager;
    private final String[] subdivision;
    private final Map<Year, Map<LocalDate, String>> years = new ConcurrentHashMap<>();

    private Holidays(HolidayManager manager, String... subdivision) {
        this.manager = manager;
        this.subdivision = subdivision;
    }

    /** @param region for example {@code DE}, {@code DE-BY}; null: none */
    public static Holidays of(String region) {
        return region == null ? NONE : REGIONS.computeIfAbsent(region, Holidays::find);
    }

    private static Holidays find(String region) {
        String[] parts = region.toLowerCase(Locale.ROOT).split("-", -1);
        if (!HolidayManager.getSupportedCalendarCodes().contains(parts[0].toUpperCase(Locale.ROOT))) {
            return NONE;
        }
        HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(parts[0]));
        return new Holidays(manager, Arrays.copyOfRange(parts, 1, parts.length));
    }

    /** The holiday's name in English, or null where the date is none. */
    String on(LocalDate date) {
        return manager == null
                ? null
                : years.computeIfAbsent(Year.from(date), this::load).get(date);
    }

    private Map<LocalDate, String> load(Year year) {
        return Stream.of(year, year.plusYears(1)) // the next New Year's Day may be kept in this year
                .flatMap(it -> manager.getHolidays(it, subdivision).stream())
                .filter(holiday -> holiday.getType() == HolidayType.PUBLIC_HOLIDAY)
                .filter(holiday -> holiday.getDate().getYear() == year.getValue())
                .collect(Collectors.toMap(
                        Holiday::getDate, holiday -> holiday.getDescription(Locale.ENGLISH), (one, other) -> one));
    }
}
