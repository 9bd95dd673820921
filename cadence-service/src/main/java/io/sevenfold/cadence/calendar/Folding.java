package io.sevenfold.cadence.calendar;

/** Lines as RFC 5545 has them (3.1): of at most 75 octets, a longer one goes on behind a line break and a space. No character is cut in two. */
final class Folding {

    private static final int OCTETS = 75;
    private static final String BREAK = "\r\n ";

    private Folding() {}

    /** @param lines ended by CR LF */
    static String fold(String lines) {
        StringBuilder folded = new StringBuilder(lines.length() + lines.length() / OCTETS * BREAK.length());
        int used = 0;
        for (int at = 0; at < lines.length(); ) {
            int character = lines.codePointAt(at);
            int length = octets(character);
            if (character == '\r' || character == '\n') {
                used = 0;
            } else if (used + length > OCTETS) {
                folded.append(BREAK);
                used = 1 + length;
            } else {
                used += length;
            }
            folded.appendCodePoint(character);
            at += Character.charCount(character);
        }
        return folded.toString();
    }

    /** In UTF-8. */
    private static int octets(int character) {
        return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }
}
