package io.sevenfold.contacts.validation;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A country of ISO 3166-1 whose public holidays are known, or a subdivision of such a one as ISO 3166-2 writes it. */
@Constraint(validatedBy = HolidayRegion.Check.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface HolidayRegion {

    String message() default
            "is neither a country (ISO 3166-1, such as DE) nor a subdivision of one (ISO 3166-2, such as DE-BY) whose public holidays"
                    + " are known";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is fine. */
    final class Check implements ConstraintValidator<HolidayRegion, String> {

        private static final Pattern SYNTAX = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");
        private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
        private static final Set<String> WITH_HOLIDAYS = HolidayManager.getSupportedCalendarCodes();

        @Override
        public boolean isValid(String region, ConstraintValidatorContext context) {
            return region == null || SYNTAX.matcher(region).matches() && isKnown(region.split("-"));
        }

        private static boolean isKnown(String... parts) {
            return COUNTRIES.contains(parts[0])
                    && WITH_HOLIDAYS.contains(parts[0])
                    && (parts.length == 1 || subdivisions(parts[0]).anyMatch(parts[1]::equalsIgnoreCase));
        }

        private static Stream<String> subdivisions(String country) {
            return HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)))
                    .getCalendarHierarchy()
                    .getChildren()
                    .keySet()
                    .stream();
        }
    }
}
