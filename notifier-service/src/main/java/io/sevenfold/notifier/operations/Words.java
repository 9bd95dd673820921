package io.sevenfold.notifier.operations;

import io.sevenfold.delivery.operations.OperationRefused;

/** What an operator gives as the reason for an act: kept and shown, so that it has to be there, fit into a line, and name nobody. */
final class Words {

    private static final int LONGEST = 300;

    private Words() {}

    /** @throws OperationRefused 400 where they are left out, too long, more than a line, or hold an address */
    static String of(String why) {
        if (why == null || why.isBlank()) {
            throw OperationRefused.invalid("why is missing: it says in a line why this is done");
        }
        if (why.length() > LONGEST || why.chars().anyMatch(Character::isISOControl)) {
            throw OperationRefused.invalid("why is not a line of at most " + LONGEST + " characters");
        }
        if (why.contains("@")) {
            throw OperationRefused.invalid("why holds an address; it is kept, so it names nobody");
        }
        return why.strip();
    }
}
