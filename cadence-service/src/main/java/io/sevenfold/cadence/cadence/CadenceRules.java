package io.sevenfold.cadence.cadence;

import io.sevenfold.cadence.planning.Guidance;
import io.sevenfold.events.Intent;
import io.sevenfold.events.Purpose;
import io.sevenfold.rest.ProblemException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What makes a cadence one that serves the principles. Each refusal is a 422 that names its rule and the step. */
final class CadenceRules {

    private static final int CONNECT_AT_LEAST = 5;
    private static final int CONNECT_AT_MOST = 7;
    private static final int ROUND_AT_MOST = 12;
    private static final int DAYS_AT_MOST = 260;
    private static final int MONTHS_AT_MOST = 24;
    private static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int KEY_AT_MOST = 40;

    private final boolean repeats;
    private final List<StepFields> steps;

    private CadenceRules(CadenceFields cadence) {
        this.repeats = cadence.purpose() != Purpose.CONNECT;
        this.steps = cadence.steps();
    }

    /** @throws ProblemException 422 for the first rule that is broken */
    static void check(CadenceFields cadence) {
        CadenceRules rules = new CadenceRules(cadence);
        rules.count();
        rules.keys();
        for (int i = 0; i < rules.steps.size(); i++) {
            rules.gap(i);
            rules.guidance(i);
        }
        rules.gives();
        rules.roundTakesTime();
    }

    private void count() {
        int count = steps.size();
        if (!repeats && (count < CONNECT_AT_LEAST || count > CONNECT_AT_MOST)) {
            throw broken("principle 1", "steps", "A connect cadence has five to seven steps, not " + count + ".");
        }
        if (repeats && (count < 1 || count > ROUND_AT_MOST)) {
            throw broken("P3", "steps", "A round has one to " + ROUND_AT_MOST + " steps, not " + count + ".");
        }
    }

    private void keys() {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < steps.size(); i++) {
            String key = steps.get(i).key();
            if (!KEY.matcher(key).matches() || key.length() > KEY_AT_MOST) {
                throw broken(
                        "P7",
                        field(i, "key"),
                        "A key is made of small letters, digits and single hyphens between them, at most " + KEY_AT_MOST
                                + " characters.");
            }
            if (!keys.add(key)) {
                throw broken("P7", field(i, "key"), "Another step has the key '" + key + "'; it names one step.");
            }
        }
    }

    private void gap(int i) {
        StepFields step = steps.get(i);
        if ((step.gapDays() == null) == (step.gapMonths() == null)) {
            throw broken("T3", field(i, "gapDays"), "A gap is in working days or in months: give one of the two.");
        }
        if (step.gapMonths() == null) {
            within(step.gapDays(), DAYS_AT_MOST, field(i, "gapDays"), "working days");
        } else if (repeats) {
            within(step.gapMonths(), MONTHS_AT_MOST, field(i, "gapMonths"), "months");
        } else {
            throw broken("T3", field(i, "gapMonths"), "Only care and keep-in-touch count in months.");
        }
    }

    private static void within(int gap, int atMost, String field, String unit) {
        if (gap < 0 || gap > atMost) {
            throw broken("T3", field, "A gap is 0 to " + atMost + " " + unit + ", not " + gap + ".");
        }
    }

    private void guidance(int i) {
        Guidance.unknownVariable(steps.get(i).guidance()).ifPresent(unknown -> {
            throw ProblemException.refused(
                            "unknown-variable",
                            field(i, "guidance"),
                            "'" + unknown + "' is no variable; known are " + String.join(", ", Guidance.VARIABLES)
                                    + ".")
                    .with("variable", unknown)
                    .with("known", Guidance.VARIABLES);
        });
    }

    private void gives() {
        if (steps.get(0).intent() == Intent.ASK) {
            throw broken("principle 4", field(0, "intent"), "The first touch gives something; it never asks.");
        }
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).intent() == steps.get(i - 1).intent()) {
                throw broken(
                        "principle 4",
                        field(i, "intent"),
                        "No two touches in a row give the same: '"
                                + steps.get(i).intent() + "'.");
            }
        }
        int last = steps.size() - 1;
        if (repeats && steps.get(last).intent() == steps.get(0).intent()) {
            throw broken(
                    "principle 4",
                    field(last, "intent"),
                    "After the last step comes the first again, and no two touches in a row give the same: '"
                            + steps.get(last).intent() + "'.");
        }
    }

    private void roundTakesTime() {
        boolean noTime = steps.stream().map(StepFields::step).allMatch(it -> it.gapDays() + it.gapMonths() == 0);
        if (repeats && noTime) {
            throw broken("P3", "steps", "A cadence that repeats needs a gap: a round without one would never end.");
        }
    }

    private static ProblemException broken(String rule, String field, String detail) {
        return ProblemException.rule(rule, field, detail);
    }

    private static String field(int step, String name) {
        return "steps[" + step + "]." + name;
    }
}
