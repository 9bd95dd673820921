package io.sevenfold.cadence.page;

import io.sevenfold.rest.Problem;
import io.sevenfold.rest.Problem.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Set;

/** Says beside its field what the API's rules have against what was entered, in a rep's words. */
@ApplicationScoped
class FormChecks {

    private static final Map<String, String> NAMES =
            Map.of("gave", "What you gave", "note", "The note", "words", "Your words");

    private static final Set<String> DATES = Set.of("when", "date", "revisitOn");
    private static final Set<String> RULES_OF_DATES = Set.of("T5", "P10");
    private static final String TOO_FAR = "at most";

    private final Validator validator;

    FormChecks(Validator validator) {
        this.validator = validator;
    }

    /** @param order null: it could not be made of what was entered */
    <T> void check(T order, ActionPage<T> page, Entered entered) {
        if (order == null) {
            return;
        }
        for (ConstraintViolation<T> each : validator.validate(order)) {
            String field = page.field(each.getPropertyPath().toString(), entered);
            String what = NAMES.getOrDefault(field, "This");
            entered.refuse(
                    field,
                    each.getConstraintDescriptor().getAnnotation() instanceof Size size
                            ? what + " may have " + size.max() + " characters at most."
                            : what + " may not hold such a character.");
        }
    }

    void explain(Problem problem, ActionPage<?> page, Entered entered) {
        for (FieldError error : problem.errors()) {
            String field = page.field(error.field(), entered);
            boolean over = DATES.contains(field)
                    && problem.rule() != null
                    && RULES_OF_DATES.contains(problem.rule())
                    && !error.detail().contains(TOO_FAR);
            entered.refuse(field, over ? "Choose a later day." : error.detail());
        }
    }
}
