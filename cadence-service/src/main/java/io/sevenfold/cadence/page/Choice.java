package io.sevenfold.cadence.page;

/**
 * One of the things to choose from in a form.
 *
 * @param hint more about it; null: none
 */
record Choice(String value, String words, String hint) {

    static Choice of(Object value, String words) {
        return new Choice(value.toString(), words, null);
    }
}
