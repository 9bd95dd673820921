package io.sevenfold.contacts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sevenfold.delivery.DatabaseFailure;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;

/**
 * A request's write. Where another request was faster between our look and our write (a unique index tells), or each waits for a
 * contact that the other is merging (the database tells one of them), the whole is run again and then sees what won.
 */
public final class WriteTransaction {

    private static final int MOST_ATTEMPTS = 5;
    private static final String DEADLOCK = "40P01";

    /** Thrown by a write that found out by itself that another was faster. */
    public static final class Overtaken extends RuntimeException {

        public Overtaken() {
            super("Another request was faster", null, false, false);
        }
    }

    private WriteTransaction() {}

    /** Runs the write in a transaction of its own; any exception rolls it back. */
    public static <T> T run(Supplier<T> write) {
        for (int attempt = 1; ; attempt++) {
            try {
                return QuarkusTransaction.requiringNew().call(write::get);
            } catch (Overtaken | ConstraintViolationException | DatabaseFailure e) {
                if (attempt == MOST_ATTEMPTS || !isOvertaken(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean isOvertaken(RuntimeException e) {
        return e instanceof Overtaken
                || e instanceof ConstraintViolationException violation && violation.getKind() == ConstraintKind.UNIQUE
                || e.getCause() instanceof SQLException refused && DEADLOCK.equals(refused.getSQLState());
    }
}
