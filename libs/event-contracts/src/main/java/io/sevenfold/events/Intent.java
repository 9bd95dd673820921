package io.sevenfold.events;

/** What a touchpoint gives (principle 4). */
public enum Intent {
    INSIGHT,
    INTRODUCTION,
    HELP,
    ANSWER,
    CONGRATULATION,
    THANKS,
    INVITATION,
    ASK;

    /** As written in JSON and in DOMAIN.md, for example {@code ask}. */
    @Override
    public String toString() {
        return Spelling.of(this);
    }
}
