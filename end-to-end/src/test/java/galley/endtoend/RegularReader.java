package galley.endtoend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads the same addresses at one replica of publish again and again, in any order, and keeps
 * copies as a browser does. What an address has shown is never followed there by something older;
 * while a change arrives, another address may be behind for a moment.
 */
final class RegularReader {
    private final Replica replica;
    private final List<String> addresses;
    private final Map<String, Answer> copies = new HashMap<>();
    private final ConcurrentMap<Integer, Integer> seen = new ConcurrentHashMap<>();
    private final Map<String, Map<Integer, Integer>> seenAt = new HashMap<>();

    /**
     * @param addresses all of them are there, and stay, if only as notices
     */
    RegularReader(Replica replica, List<String> addresses) {
        this.replica = replica;
        this.addresses = addresses;
    }

    /**
     * Reads until it is enough; fails when the replica goes back, or has no good answer while it is
     * up.
     */
    void readUntil(BooleanSupplier enough) {
        var random = ThreadLocalRandom.current();
        while (!enough.getAsBoolean()) {
            read(addresses.get(random.nextInt(addresses.size())), random.nextBoolean());
        }
    }

    /** Whether this is the latest version of each of the articles that this reader was shown. */
    boolean hasSeen(List<Ferry> articles, int version) {
        return articles.stream()
                .allMatch(article -> seen.getOrDefault(article.number(), 0) == version);
    }

    private void read(String address, boolean onlyIfNew) {
        var copy = copies.get(address);
        Map<String, String> headers =
                onlyIfNew && copy != null && copy.header("ETag") != null
                        ? Map.of("If-None-Match", copy.header("ETag"))
                        : Map.of();
        replica.ask(null, reader -> reader.get(address, headers))
                .ifPresentOrElse(answer -> take(address, answer), RegularReader::rest);
    }

    /** Nobody tries again at once. */
    private static void rest() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }

    private void take(String address, Answer answer) {
        var shown = answer.status() == 304 ? copies.get(address) : answer;
        assertThat(shown.status()).as("%s: %s", address, shown.text()).isIn(200, 410);
        copies.put(address, shown);
        var before = seenAt.computeIfAbsent(address, _ -> new HashMap<>());
        ShownVersions.in(shown)
                .forEach(
                        (article, version) -> {
                            seen.merge(article, version, Math::max);
                            assertThat(version)
                                    .as("version of article %d at %s", article, address)
                                    .isEqualTo(before.merge(article, version, Math::max));
                        });
    }
}
