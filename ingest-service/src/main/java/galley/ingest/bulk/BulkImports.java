package galley.ingest.bulk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.scheduler.Scheduled;

import galley.ingest.bulk.BulkImport.State;
import galley.ingest.clock.DatabaseClock;
import galley.kit.paging.PageRequest;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;
import galley.kit.sql.NativeQueries;

/** All imports. */
@ApplicationScoped
class BulkImports implements PanacheRepositoryBase<BulkImport, UUID> {
    private static final String FIRST =
            """
            select i.id from bulk_import i join source s on s.id = i.source_id
            where i.state = 'RUNNING' and (s.state = 'ACTIVE' or s.deleted_at is not null)
            order by i.started_at, i.id limit 1
            """;
    private static final String TURN = "select pg_try_advisory_xact_lock(hashtextextended('', 4))";

    private final ImportParts parts;
    private final ImportReferences references;
    private final DatabaseClock clock;
    private final ImportConfig config;

    BulkImports(
            ImportParts parts,
            ImportReferences references,
            DatabaseClock clock,
            ImportConfig config) {
        this.parts = parts;
        this.references = references;
        this.clock = clock;
        this.config = config;
    }

    /**
     * The import that gets on, for this process alone until the caller's transaction ends, however
     * that ends.
     *
     * @return nothing when none is running, or when another process has the turn
     */
    @Transactional(TxType.MANDATORY)
    Optional<BulkImport> takeTurn() {
        if (!NativeQueries.values(getSession(), TURN, Boolean.class).getSingleResult()) {
            return Optional.empty();
        }
        return NativeQueries.values(getSession(), FIRST, UUID.class)
                .getResultStream()
                .findFirst()
                .map(this::lock)
                .filter(file -> file.state == State.RUNNING);
    }

    /** An import that nobody else changes until the caller's transaction ends; null if none. */
    @Transactional(TxType.MANDATORY)
    BulkImport lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Keeps a part of an import's file.
     *
     * @throws Problem 409 when it is started, or over
     */
    @Transactional(TxType.MANDATORY)
    void put(UUID id, int number, byte[] bytes) {
        requireUploading(findById(id, LockModeType.PESSIMISTIC_READ));
        parts.put(id, number, bytes);
    }

    /**
     * Starts an import.
     *
     * @throws Problem 409 when it was started before, or parts are missing
     */
    @Transactional(TxType.MANDATORY)
    BulkImport start(UUID id) {
        var file = lock(id);
        requireUploading(file);
        var present = parts.list(id);
        int last = present.isEmpty() ? 1 : present.getLast().number();
        if (present.size() < last) {
            var numbers = present.stream().map(ImportParts.Part::number).toList();
            throw missing(
                    IntStream.rangeClosed(1, last)
                            .filter(number -> !numbers.contains(number))
                            .boxed()
                            .toList());
        }
        parts.lay(id);
        file.start(present.stream().mapToLong(ImportParts.Part::size).sum(), clock.now());
        return file;
    }

    /**
     * Ends an import; what has come in stays.
     *
     * @throws Problem 409 when it is over
     */
    @Transactional(TxType.MANDATORY)
    BulkImport cancel(UUID id) {
        var file = lock(id);
        if (file.isOver()) {
            throw Problems.conflict(
                    "import-over", "The import is over", "There is nothing left to cancel.");
        }
        end(file, State.CANCELED);
        return file;
    }

    /** Ends an import that can't go on; the sentence says why. */
    @Transactional(TxType.MANDATORY)
    void fail(BulkImport file, String why) {
        file.fail(why, clock.now());
        forget(file);
    }

    /** Ends an import, whose file is needed no more. */
    @Transactional(TxType.MANDATORY)
    void end(BulkImport file, State how) {
        file.finish(how, clock.now());
        forget(file);
    }

    /**
     * Imports, the newest first.
     *
     * @param owner the subject whose own they are; nothing for all of them
     */
    List<BulkImport> list(Optional<String> owner, PageRequest request) {
        var conditions = new StringBuilder("1 = 1");
        var values = new HashMap<String, Object>();
        if (owner.isPresent()) {
            conditions.append(" and sourceId in (select id from Source where owner = :owner)");
            values.put("owner", owner.get());
        }
        if (request.after() != null) {
            conditions.append(" and (createdAt < :time or createdAt = :time and id < :id)");
            values.put("time", request.after().time());
            values.put("id", request.after().id());
        }
        return find(conditions + " order by createdAt desc, id desc", values)
                .page(Page.ofSize(request.rowsToRead()))
                .list();
    }

    @Scheduled(every = "1h")
    @Transactional
    void giveUpOld() {
        var before = clock.now().minus(config.uploadRetention());
        list("state = ?1 and createdAt < ?2", State.UPLOADING, before)
                .forEach(file -> end(file, State.CANCELED));
    }

    private void forget(BulkImport file) {
        parts.delete(file.id);
        references.delete(file.id);
    }

    private static void requireUploading(BulkImport file) {
        if (file.state != State.UPLOADING) {
            throw Problems.conflict(
                    "import-started",
                    "The import was started",
                    "Its file is whole; register another import for another file.");
        }
    }

    private static Problem missing(List<Integer> numbers) {
        return new Problem(
                409,
                "parts-missing",
                "Parts are missing",
                "The parts of a file are numbered from 1, without a gap.",
                Map.of("missing", numbers.stream().limit(100).toList()));
    }
}
