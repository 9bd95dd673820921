package io.sevenfold.contacts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.function.Supplier;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;

/**
 * A request's write. Where a unique index refuses it, another request was faster between our look and our write; the whole is
 * run again and then sees what won.
 */
public final class WriteTransaction {

    private static final int MOST_ATTEMPTS = 5;

    private WriteTransaction() {}

    /** Runs the write in a transaction of its own; any exception rolls it back. */
    public static <T> T run(Supplier<T> write) {
        for (int attempt = 1; ; attempt++) {
            try {
                return QuarkusTransaction.requiringNew().call(write::get);
            } catch (ConstraintViolationException e) {
                if (e.getKind() != ConstraintKind.UNIQUE || attempt == MOST_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
