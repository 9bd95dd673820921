package io.sevenfold.delivery;

/**
 * Thrown by a consumer for a record that can never succeed: it goes to the dead letters with this message, which must
 * therefore hold no personal data.
 */
public class PermanentFailure extends RuntimeException {

    public PermanentFailure(String message) {
        super(message);
    }

    public PermanentFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
