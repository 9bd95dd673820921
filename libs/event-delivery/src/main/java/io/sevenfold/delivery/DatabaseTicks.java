package io.sevenfold.delivery;

import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

/** The ticks of a job that works on the database: while that is away it says so once, and the next tick tries again. */
public final class DatabaseTicks {

    private final Logger log;
    private final String waiting;
    private boolean failing;

    /** @param waiting what the job leaves undone meanwhile, for the log: {@code Plans wait to be made anew} */
    public DatabaseTicks(Class<?> job, String waiting) {
        this.log = Logger.getLogger(job);
        this.waiting = waiting;
    }

    public void run(Runnable work) {
        try {
            work.run();
            failing = false;
        } catch (DatabaseFailure e) {
            log.logf(failing ? Level.DEBUG : Level.WARN, "%s: %s", waiting, e);
            failing = true;
        }
    }
}
