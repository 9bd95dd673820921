package io.sevenfold.delivery;

/** What the tests send: its whole state and version. */
record Note(long version, String text) {

    static final String TOPIC = "notes";
    static final String POISON = "can never be handled";
    static final String BUG = "runs into a bug";
    static final String UNTOLD = "runs into a bug after the commit";

    static OutgoingEvent event(Subject subject, long version, String text) {
        return OutgoingEvent.of(TOPIC, subject, new Note(version, text));
    }
}
