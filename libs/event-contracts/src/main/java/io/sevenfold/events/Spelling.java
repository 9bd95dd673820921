package io.sevenfold.events;

/** How constants are written outside Java: {@code NO_ANSWER} is {@code no-answer}. */
final class Spelling {
    private Spelling() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
