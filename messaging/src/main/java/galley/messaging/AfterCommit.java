package galley.messaging;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;

/** Does something once a transaction has committed, and nothing when it has not. */
public record AfterCommit(Runnable action) implements Synchronization {
    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
        if (status == Status.STATUS_COMMITTED) {
            action.run();
        }
    }
}
