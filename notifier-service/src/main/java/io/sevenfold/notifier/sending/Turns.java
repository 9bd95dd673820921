package io.sevenfold.notifier.sending;

import io.sevenfold.delivery.WorkerTransactions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * From one mail to the next in one transaction: what came of the last is written down as the next begins. So each mail costs one
 * commit, and of each sender that dies at most one mail is left of which nobody knows (N7).
 */
@ApplicationScoped
public class Turns {

    private final WorkerTransactions transactions;
    private final Results results;
    private final Claims claims;

    Turns(WorkerTransactions transactions, Results results, Claims claims) {
        this.transactions = transactions;
        this.results = results;
        this.claims = claims;
    }

    /**
     * What became of it.
     *
     * @param settled false: the last one's lease was lost
     * @param begun false: the next one is not this sender's to send any more
     */
    record Turn(boolean settled, boolean begun) {}

    /** @param last null: there is none to be written down */
    Turn next(Handed last, Attempt next) {
        Turn turn = transactions.call(
                worker -> new Turn(last == null || results.settle(worker, last), claims.begin(worker, next)));
        if (last != null && turn.settled()) {
            results.count(last.outcome());
        }
        return turn;
    }
}
