package io.sevenfold.contacts.validation;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;

/** A well-formed BCP 47 tag of a language that ISO 639 knows. */
@Constraint(validatedBy = LanguageTag.Check.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface LanguageTag {

    String message() default "is not the BCP 47 tag of a known language, such as en or de-AT";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is fine. */
    final class Check implements ConstraintValidator<LanguageTag, String> {

        private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

        @Override
        public boolean isValid(String tag, ConstraintValidatorContext context) {
            try {
                return tag == null
                        || LANGUAGES.contains(
                                new Locale.Builder().setLanguageTag(tag).build().getLanguage());
            } catch (IllformedLocaleException e) {
                return false;
            }
        }
    }
}
