package io.sevenfold.local;

/** What the person at the terminal has to change; its message is one line. Ends a command with exit code 2. */
public final class UsageException extends RuntimeException {

    public UsageException(String message) {
        super(message);
    }
}
