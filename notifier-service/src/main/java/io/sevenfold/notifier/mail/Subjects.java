package io.sevenfold.notifier.mail;

import java.util.List;

/** Tells in a subject what is in a mail of several touchpoints. */
final class Subjects {

    private Subjects() {}

    /** {@code reply to Ada Lovelace (Engines), call Grace Hopper and 3 more}. */
    static String of(List<ShortText> touches) {
        String first = touches.get(0).toDo();
        return switch (touches.size()) {
            case 1 -> first;
            case 2 -> first + " and " + touches.get(1).toDoByName();
            default -> first + ", " + touches.get(1).toDoByName() + " and " + (touches.size() - 2) + " more";
        };
    }
}
