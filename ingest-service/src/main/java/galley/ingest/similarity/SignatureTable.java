package galley.ingest.similarity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads and writes signatures and their bands over a connection of the caller's. */
public final class SignatureTable {
    /** The first key of the advisory locks; nothing else in the database uses it. */
    static final int LOCKS = 0x51a111a;

    private static final String HOLD =
            "select pg_advisory_xact_lock(?, hash) from unnest(?::int[]) as held(hash)";

    private static final String COLUMNS =
            "select item_id, article_id, source_id, since, words, partial, sketch"
                    + " from similarity_signature ";

    private static final String OF_ITEM = COLUMNS + "where item_id = ?";

    /** What very many texts have, such as an agency's closing words, must not make it slow. */
    private static final String CANDIDATES =
            COLUMNS
                    + """
                    where source_id <> ? and item_id in (
                        select shared.item_id
                        from unnest(?::int[]) as wanted(hash) cross join lateral (
                            select item_id from similarity_band where hash = wanted.hash limit 50
                        ) as shared)
                    """;

    private static final String KNOWN =
            """
            select hash from unnest(?::int[]) as wanted(hash)
            where exists (select from similarity_band where hash = wanted.hash)
            """;

    private static final String PUT =
            """
            with put as (
                insert into similarity_signature
                    (item_id, article_id, source_id, since, words, partial, sketch)
                values (?, ?, ?, coalesce(?, clock_timestamp()), ?, ?, ?)
                on conflict (item_id) do update set since = excluded.since,
                    words = excluded.words, partial = excluded.partial, sketch = excluded.sketch
                returning item_id)
            insert into similarity_band (item_id, hash)
                select item_id, hash from put cross join unnest(?::int[]) as added(hash)
            """;

    private static final String REMOVE = "delete from similarity_signature where item_id = ?";

    private static final String REMOVE_BANDS =
            "delete from similarity_band where item_id = ? and hash = any(?)";

    /** What another transaction is signing is passed over. */
    private static final String TAKE_UNSIGNED =
            """
            with picked as materialized (
                select item_id from similarity_unsigned limit ? for update skip locked)
            delete from similarity_unsigned unsigned using picked
            where unsigned.item_id = picked.item_id returning unsigned.item_id
            """;

    private static final String TAKE_UNSIGNED_ITEM =
            "delete from similarity_unsigned where item_id = ?";

    private SignatureTable() {}

    /**
     * Waits until no other transaction holds any of these bands, then holds them until the
     * connection's ends.
     *
     * @param bands sorted, so that no two transactions wait for each other
     */
    public static void hold(Connection connection, List<Integer> bands) throws SQLException {
        try (PreparedStatement hold = connection.prepareStatement(HOLD)) {
            hold.setInt(1, LOCKS);
            hold.setArray(2, connection.createArrayOf("int", bands.toArray()));
            hold.execute();
        }
    }

    /** Those of the bands that a text has which is there. */
    static Set<Integer> known(Connection connection, Set<Integer> bands) throws SQLException {
        try (PreparedStatement known = connection.prepareStatement(KNOWN)) {
            known.setArray(1, connection.createArrayOf("int", bands.toArray()));
            try (ResultSet rows = known.executeQuery()) {
                Set<Integer> found = new HashSet<>();
                while (rows.next()) {
                    found.add(rows.getInt(1));
                }
                return found;
            }
        }
    }

    /** What an item says, if it takes part. */
    static Optional<KnownText> find(Connection connection, UUID item) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(OF_ITEM)) {
            find.setObject(1, item);
            return read(find).stream().findFirst();
        }
    }

    /** Texts of other sources that may be the same; nearly all that are. */
    public static List<KnownText> candidates(
            Connection connection, Signature signature, UUID source) throws SQLException {
        try (PreparedStatement candidates = connection.prepareStatement(CANDIDATES)) {
            candidates.setObject(1, source);
            candidates.setArray(2, connection.createArrayOf("int", signature.bands().toArray()));
            return read(candidates);
        }
    }

    /**
     * Writes what an item says from now on.
     *
     * @param standing the text, and what the item said before
     */
    public static void write(
            Connection connection, UUID item, UUID article, UUID source, Standing standing)
            throws SQLException {
        var old = bands(standing.before().map(KnownText::signature));
        var bands = bands(standing.signature());
        if (standing.signature().isPresent()) {
            put(connection, item, article, source, standing, without(bands, old));
        } else if (standing.before().isPresent()) {
            try (PreparedStatement remove = connection.prepareStatement(REMOVE)) {
                remove.setObject(1, item);
                remove.executeUpdate();
            }
        }
        var gone = without(old, bands);
        if (!gone.isEmpty()) {
            try (PreparedStatement remove = connection.prepareStatement(REMOVE_BANDS)) {
                remove.setObject(1, item);
                remove.setArray(2, connection.createArrayOf("int", gone.toArray()));
                remove.executeUpdate();
            }
        }
    }

    /** Takes up to so many items off the list of those that are to be signed. */
    static List<UUID> takeUnsigned(Connection connection, int most) throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(TAKE_UNSIGNED)) {
            take.setInt(1, most);
            try (ResultSet rows = take.executeQuery()) {
                List<UUID> items = new ArrayList<>();
                while (rows.next()) {
                    items.add(rows.getObject(1, UUID.class));
                }
                return items;
            }
        }
    }

    /** Takes this item off the list; answers whether it was there. */
    static boolean takeUnsigned(Connection connection, UUID item) throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(TAKE_UNSIGNED_ITEM)) {
            take.setObject(1, item);
            return take.executeUpdate() > 0;
        }
    }

    private static void put(
            Connection connection,
            UUID item,
            UUID article,
            UUID source,
            Standing standing,
            Collection<Integer> newBands)
            throws SQLException {
        var signature = standing.signature().orElseThrow();
        var since = standing.since();
        try (PreparedStatement put = connection.prepareStatement(PUT)) {
            put.setObject(1, item);
            put.setObject(2, article);
            put.setObject(3, source);
            put.setObject(4, since == null ? null : since.atOffset(ZoneOffset.UTC));
            put.setInt(5, signature.words());
            put.setBoolean(6, signature.partial());
            put.setBytes(7, signature.sketch());
            put.setArray(8, connection.createArrayOf("int", newBands.toArray()));
            put.executeUpdate();
        }
    }

    private static Set<Integer> bands(Optional<Signature> signature) {
        return signature.<Set<Integer>>map(text -> new HashSet<>(text.bands())).orElse(Set.of());
    }

    private static List<Integer> without(Set<Integer> bands, Set<Integer> others) {
        return bands.stream().filter(band -> !others.contains(band)).toList();
    }

    private static List<KnownText> read(PreparedStatement query) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            List<KnownText> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(
                        new KnownText(
                                rows.getObject(1, UUID.class),
                                rows.getObject(2, UUID.class),
                                rows.getObject(3, UUID.class),
                                rows.getObject(4, OffsetDateTime.class).toInstant(),
                                new Signature(
                                        rows.getInt(5), rows.getBoolean(6), rows.getBytes(7))));
            }
            return texts;
        }
    }
}
