package galley.editorial.check.link;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What is known of an address that an unreleased article has. */
@Entity
@Table(name = "link")
class StoredLink {
    /** As often as a link may fail in a row before it counts as broken. */
    private static final int MOST_FAILURES = 3;

    @Id String address;
    String server;
    boolean headRefused;
    Integer status;
    String problem;
    int failures;
    boolean broken;
    Instant checkedAt;
    Instant nextCheckAt;

    /** Takes what a fetch told, and says when it is looked at again. */
    void tell(LinkResult result, Instant now, LinkConfig config) {
        nextCheckAt = now.plus(config.recheck());
        switch (result.outcome()) {
            case HEAD_REFUSED -> {
                headRefused = true;
                nextCheckAt = Instant.EPOCH; // as soon as it is its server's turn
                return;
            }
            case WORKS, NOT_ALLOWED -> {
                failures = 0;
                broken = false;
            }
            case BROKEN -> {
                failures = 0;
                broken = true;
            }
            case FAILED -> {
                failures++;
                broken = broken || failures >= MOST_FAILURES;
                if (!broken) {
                    nextCheckAt = now.plus(config.retryPause());
                }
            }
        }
        status = result.status();
        problem = result.problem();
        checkedAt = now;
    }
}
