package io.sevenfold.cadence.cadence;

import io.sevenfold.events.Purpose;
import io.sevenfold.rest.ProblemException;
import java.util.Arrays;

/** Reads the query parameters of cadences: one that cannot be read is not taken to be left out. */
final class CadenceParameters {

    private CadenceParameters() {}

    /** Null: left out. */
    static Purpose purpose(String text) {
        return text == null
                ? null
                : Arrays.stream(Purpose.values())
                        .filter(it -> it.toString().equals(text))
                        .findFirst()
                        .orElseThrow(() -> unreadable("purpose", text, "one of " + Arrays.toString(Purpose.values())));
    }

    static boolean flag(String name, String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw unreadable(name, text, "true or false");
        }
        return text.equals("true");
    }

    private static ProblemException unreadable(String name, String text, String kind) {
        return ProblemException.invalid(name, "'" + text + "' is not " + kind);
    }
}
