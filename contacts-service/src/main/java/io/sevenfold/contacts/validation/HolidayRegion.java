package io.sevenfold.contacts.validation;

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

/** A country of ISO 3166-1, or a subdivision of one as ISO 3166-2 writes it. */
@Constraint(validatedBy = HolidayRegion.Check.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface HolidayRegion {

    String message() default
            "is neither a country (ISO 3166-1, such as DE) nor a subdivision of one (ISO 3166-2, such as DE-BY)";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is fine. */
    final class Check implements ConstraintValidator<HolidayRegion, String> {

        private static final Pattern SYNTAX = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");
        private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

        @Override
        public boolean isValid(String region, ConstraintValidatorContext context) {
            return region == null || SYNTAX.matcher(region).matches() && COUNTRIES.contains(region.substring(0, 2));
        }
    }
}
