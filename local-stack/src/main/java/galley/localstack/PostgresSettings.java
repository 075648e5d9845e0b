package galley.localstack;

import java.util.List;
import java.util.stream.Stream;

/** What every PostgreSQL server of ours is told, wherever it runs. */
public final class PostgresSettings {
    /** Arguments of {@code initdb}: the same order of letters on every machine. */
    public static final List<String> INITDB =
            List.of(
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8");

    private PostgresSettings() {}

    /**
     * Arguments of the server: what it has committed survives the loss of power. Its log may grow
     * to what an import or a busy hour writes: a checkpoint has every page written whole once more,
     * which shall come by the clock (every five minutes) rather than in the middle of the work.
     * What a desk works with fits into its own memory. Rows that were changed are cleared away as
     * fast as they are written here: at the usual pace a desk at work is slowed by them.
     *
     * @param logicalReplication whether the server's log can be followed by logical decoding
     */
    public static List<String> server(boolean logicalReplication) {
        return Stream.of(
                        "max_connections=200",
                        "fsync=on",
                        "synchronous_commit=on",
                        "shared_buffers=512MB",
                        "max_wal_size=4GB",
                        "autovacuum_vacuum_cost_limit=2000",
                        "wal_level=" + (logicalReplication ? "logical" : "replica"),
                        "timezone=UTC",
                        "log_timezone=UTC")
                .flatMap(setting -> Stream.of("-c", setting))
                .toList();
    }
}
