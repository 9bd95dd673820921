package io.sevenfold.cadence.page;

import io.sevenfold.cadence.touchpoint.Skip;
import io.sevenfold.events.TouchpointKind;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a touchpoint is not to be done, as a form: some plain reasons, and a person's own words; neither is needed. */
record SkipForm(String heading, String meaning, String button, List<Choice> reasons) {

    private static final SkipForm STEP = new SkipForm(
            "Skip this touch",
            "The plan goes on with the next one. You will not be asked for this one again.",
            "Skip it",
            choices(
                    "We are in touch already in another way",
                    "It does not fit them just now",
                    "The moment has passed",
                    "Somebody else takes care of it"));

    private static final SkipForm REPLY = new SkipForm(
            "No answer needed",
            "Their message counts as settled, and the plan goes on.",
            "No answer needed",
            choices(
                    "It was a thank-you, or an OK",
                    "It was answered in another way",
                    "It was not meant for us",
                    "It was sent to many (a newsletter, an advertisement)"));

    static SkipForm of(TouchpointKind kind) {
        return kind == TouchpointKind.REPLY_OWED ? REPLY : STEP;
    }

    /** What was entered: the chosen reason, then their own words. */
    static Skip read(Entered entered) {
        String reason = Stream.of(entered.text("reason"), entered.text("words"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(": "));
        return new Skip(reason.isEmpty() ? null : reason);
    }

    private static List<Choice> choices(String... words) {
        return Stream.of(words).map(it -> Choice.of(it, it)).toList();
    }
}
