package galley.ingest.similarity;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.agroal.api.AgroalDataSource;

import galley.ingest.format.ReadItem;

/**
 * Knows which items say the same as items of other sources: by a signature of each item's text, and
 * an index over bands of it.
 */
@ApplicationScoped
public class Similarity {
    /** The server keeps all locks of all transactions in one table of limited size. */
    private static final int MAX_LOCKS = 128;

    private static final int MAX_MATCHES = 100;

    private final AgroalDataSource dataSource;

    Similarity(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Signs the texts of entries, waits for transactions that take in texts like these, so that
     * {@link #stand} finds theirs, and lets others wait until the caller's transaction ends. To be
     * called at most once in a transaction, with all that it takes in, and after everything else
     * that waits for others. Where it takes in more than eight texts, only some of their bands are
     * held, and one that comes in elsewhere at the same time may be missed.
     *
     * @return the texts of those entries that take part, by the very entries
     */
    @Transactional(TxType.MANDATORY)
    public Map<ReadItem, HeldText> hold(Collection<ReadItem> entries) {
        var signatures = new IdentityHashMap<ReadItem, Signature>();
        for (var entry : entries) {
            Signature.of(entry.content()).ifPresent(signature -> signatures.put(entry, signature));
        }
        var held = new IdentityHashMap<ReadItem, HeldText>();
        if (!signatures.isEmpty()) {
            try (Connection connection = dataSource.getConnection()) {
                SignatureTable.hold(connection, bandsToHold(signatures.values()));
                // Of most texts none is there, which is soon told of all together.
                var known = SignatureTable.known(connection, bands(signatures.values()));
                signatures.forEach(
                        (entry, signature) -> held.put(entry, HeldText.of(signature, known)));
            } catch (SQLException e) {
                throw new IllegalStateException("The bands could not be held", e);
            }
        }
        return held;
    }

    private static Set<Integer> bands(Collection<Signature> signatures) {
        return signatures.stream()
                .flatMap(signature -> signature.bands().stream())
                .collect(Collectors.toSet());
    }

    private static List<Integer> bandsToHold(Collection<Signature> signatures) {
        int each = Math.max(1, MAX_LOCKS / signatures.size());
        return signatures.stream()
                .flatMap(signature -> signature.bands().stream().limit(each))
                .distinct()
                .limit(MAX_LOCKS)
                .sorted()
                .toList();
    }

    /**
     * Looks up where a text stands that an item is about to say.
     *
     * @param held the text, if it takes part
     * @param source the item's source
     * @param known the item, if it has said something before
     */
    @Transactional(TxType.MANDATORY)
    public Standing stand(Optional<HeldText> held, UUID source, Optional<UUID> known) {
        var signature = held.map(HeldText::signature);
        try (Connection connection = dataSource.getConnection()) {
            var before =
                    known.isPresent()
                            ? SignatureTable.find(connection, known.get())
                            : Optional.<KnownText>empty();
            if (signature.isEmpty()) {
                return new Standing(signature, before, null, null);
            }
            var text = signature.get();
            // An edit of what the item said before makes it no later than it was.
            var since =
                    before.filter(old -> old.signature().sameness(text) > 0)
                            .map(KnownText::since)
                            .orElse(null);
            var original =
                    held.get().isUnlikeAny() ? null : original(connection, text, source, since);
            return new Standing(signature, before, since, original);
        } catch (SQLException e) {
            throw new IllegalStateException("Similar texts could not be looked up", e);
        }
    }

    /** Keeps what an item says from now on, in the place of what it said before. */
    @Transactional(TxType.MANDATORY)
    public void keep(UUID item, UUID article, UUID source, Standing standing) {
        try (Connection connection = dataSource.getConnection()) {
            SignatureTable.write(connection, item, article, source, standing);
        } catch (SQLException e) {
            throw new IllegalStateException("A signature could not be written", e);
        }
    }

    /** Items from before texts were signed, up to so many, for the caller to sign and keep. */
    @Transactional(TxType.MANDATORY)
    public List<UUID> takeUnsigned(int most) {
        try (Connection connection = dataSource.getConnection()) {
            return SignatureTable.takeUnsigned(connection, most);
        } catch (SQLException e) {
            throw new IllegalStateException("Unsigned items could not be looked up", e);
        }
    }

    /** Whether an item is from before texts were signed, for the caller to sign and keep then. */
    @Transactional(TxType.MANDATORY)
    public boolean takeUnsigned(UUID item) {
        try (Connection connection = dataSource.getConnection()) {
            return SignatureTable.takeUnsigned(connection, item);
        } catch (SQLException e) {
            throw new IllegalStateException("Unsigned items could not be looked up", e);
        }
    }

    /** Items of other sources that say the same now as this one, best first; at most a hundred. */
    public List<Match> matches(UUID item) {
        try (Connection connection = dataSource.getConnection()) {
            var text = SignatureTable.find(connection, item);
            if (text.isEmpty()) {
                return List.of();
            }
            var signature = text.get().signature();
            return SignatureTable.candidates(connection, signature, text.get().source()).stream()
                    .map(other -> new Match(other.item(), other.signature().sameness(signature)))
                    .filter(match -> match.score() > 0)
                    .sorted(Comparator.comparingDouble(Match::score).reversed())
                    .limit(MAX_MATCHES)
                    .toList();
        } catch (SQLException e) {
            throw new IllegalStateException("Similar texts could not be looked up", e);
        }
    }

    private static UUID original(Connection connection, Signature text, UUID source, Instant since)
            throws SQLException {
        return SignatureTable.candidates(connection, text, source).stream()
                .filter(other -> since == null || other.since().isBefore(since))
                .filter(other -> other.signature().sameness(text) > 0)
                .min(Comparator.comparing(KnownText::since))
                .map(KnownText::article)
                .orElse(null);
    }
}
