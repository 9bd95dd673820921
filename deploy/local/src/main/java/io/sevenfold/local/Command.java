package io.sevenfold.local;

import java.util.function.IntSupplier;

/** How the commands of {@code deploy/local} end: 0, 1 for what failed, 2 for what was asked for wrongly. */
final class Command {

    private Command() {}

    /** Does it and ends the JVM with the exit code it gives; what goes wrong is said in a line, not as a stack trace. */
    static void run(IntSupplier command) {
        System.exit(exitCode(command));
    }

    static int exitCode(IntSupplier command) {
        try {
            return command.getAsInt();
        } catch (UsageException e) {
            System.err.println(e.getMessage());
            return 2;
        } catch (RuntimeException e) {
            System.err.println(describe(e));
            return 1;
        }
    }

    private static String describe(Throwable failure) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return failure.getCause() == null || failure.getCause() == failure
                ? message
                : message + ": " + describe(failure.getCause());
    }
}
