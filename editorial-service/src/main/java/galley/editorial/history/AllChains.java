package galley.editorial.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import galley.editorial.history.FullVerification.Broken;

/** Follows the chains of all articles, batch by batch. */
@ApplicationScoped
class AllChains {
    /** How many articles are read in one transaction. */
    private static final int BATCH = 100;

    /** How many broken histories are named. */
    private static final int MOST_NAMED = 20;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Chains chains;

    AllChains(Chains chains) {
        this.chains = chains;
    }

    /** Follows them all; takes as long as it takes to read the whole history. */
    FullVerification verify() {
        long articles = 0;
        long entries = 0;
        long broken = 0;
        List<Broken> named = new ArrayList<>();
        UUID after = BEFORE_ALL;
        Map<UUID, Verification> batch = chains.verify(after, BATCH);
        while (!batch.isEmpty()) {
            for (var one : batch.entrySet()) {
                Verification found = one.getValue();
                after = one.getKey();
                articles++;
                entries += found.entries();
                if (!found.intact()) {
                    broken++;
                    if (named.size() < MOST_NAMED) {
                        named.add(new Broken(after, found.firstBroken()));
                    }
                }
            }
            batch = chains.verify(after, BATCH);
        }
        return new FullVerification(articles, entries, broken, named);
    }
}
