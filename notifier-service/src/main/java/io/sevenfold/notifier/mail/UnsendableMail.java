package io.sevenfold.notifier.mail;

/** A mail that no attempt could ever send. The message names no person. */
public class UnsendableMail extends RuntimeException {

    UnsendableMail(String message, Throwable cause) {
        super(message, cause);
    }
}
