package io.sevenfold.cadence.touchpoint;

/** What people's own words may hold: any text that every database and JSON reader takes. */
public final class Words {

    public static final String PATTERN = "[^\\x00\\p{Cs}]*";
    public static final String COMPLAINT = "must not contain NUL or half a surrogate pair";

    private Words() {}
}
