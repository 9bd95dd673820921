package io.sevenfold.cadence.touchpoint;

/** What people's own words may hold: any text that every database and JSON reader takes. */
final class Words {

    static final String PATTERN = "[^\\x00\\p{Cs}]*";
    static final String COMPLAINT = "must not contain NUL or half a surrogate pair";

    private Words() {}
}
