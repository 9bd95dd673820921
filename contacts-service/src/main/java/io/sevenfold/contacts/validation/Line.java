package io.sevenfold.contacts.validation;

import jakarta.validation.Constraint;
import jakarta.validation.OverridesAttribute;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One line of text: no control characters (CR, LF and NUL among them), no line separators, no half surrogates. */
@Size
@Pattern(
        regexp = "[^\\p{Cc}\\p{Cs}\\x{2028}\\x{2029}]*",
        message = "must be one line, without control characters such as CR, LF or NUL")
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Line {

    /** The most characters (UTF-16 code units) it may have. */
    @OverridesAttribute(constraint = Size.class, name = "max")
    int max();

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
