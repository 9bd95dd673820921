package io.sevenfold.cadence.page;

import io.sevenfold.rest.Problem;
import io.sevenfold.rest.Problem.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;
import java.util.Map;

/** Says beside its field what the API's rules have against what was entered, in a rep's words. */
@ApplicationScoped
class FormChecks {

    private static final Map<String, String> BY_RULE = Map.of(
            "T5", "Choose a day after today.",
            "P10 revisitOn", "Choose a day to come.");

    private static final Map<String, String> NAMES =
            Map.of("gave", "What you gave", "note", "The note", "words", "Your words");

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
                            : what + " holds a character that cannot be kept.");
        }
    }

    void explain(Problem problem, ActionPage<?> page, Entered entered) {
        for (FieldError error : problem.errors()) {
            String field = page.field(error.field(), entered);
            String words = error.detail().contains(TOO_FAR)
                    ? error.detail()
                    : BY_RULE.getOrDefault(
                            problem.rule() + " " + field, BY_RULE.getOrDefault(problem.rule(), error.detail()));
            entered.refuse(field, words);
        }
    }
}
