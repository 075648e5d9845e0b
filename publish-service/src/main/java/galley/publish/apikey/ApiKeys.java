package galley.publish.apikey;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import galley.kit.etag.ETag;
import galley.kit.paging.Cursor;
import galley.kit.paging.Page;
import galley.kit.paging.PageRequest;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;
import galley.publish.access.Caller;
import galley.publish.rate.ApiConfig;

/** All keys; each caller sees and changes what is theirs. */
@ApplicationScoped
class ApiKeys implements PanacheRepositoryBase<ApiKey, UUID> {
    private static final TimeBasedEpochRandomGenerator IDS =
            Generators.timeBasedEpochRandomGenerator();

    private static final String LIST =
            """
            (?1 is null or owner = ?1) and (createdAt > ?2 or createdAt = ?2 and id > ?3)
            order by createdAt, id
            """;

    /** Before every key. */
    private static final Cursor START = new Cursor(Instant.EPOCH, new UUID(0, 0));

    private final KeySettingsReader reader;
    private final Caller caller;
    private final ApiConfig config;
    private final Clock clock;

    ApiKeys(KeySettingsReader reader, Caller caller, ApiConfig config, Clock clock) {
        this.reader = reader;
        this.caller = caller;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Makes one of the caller's.
     *
     * @param key its text, of which only a hash is kept
     * @throws Problem 400 or 422
     */
    @Transactional
    ApiKey add(byte[] body, String key) {
        ApiKey made = new ApiKey();
        made.set(reader.read(body));
        made.id = IDS.generate();
        made.revision = 1;
        made.owner = caller.owner();
        made.hash = KeyText.hash(key);
        made.hint = KeyText.hint(key);
        made.createdAt = clock.instant();
        persist(made);
        return made;
    }

    /** A page of the caller's, the oldest first. */
    @Transactional
    Page<KeyView> page(PageRequest request) {
        Cursor after = request.after() == null ? START : request.after();
        List<ApiKey> rows =
                find(LIST, caller.ownerInSight(), after.time(), after.id())
                        .page(0, request.rowsToRead())
                        .list();
        return Page.of(rows, request, it -> new Cursor(it.createdAt, it.id), this::view);
    }

    /**
     * One of the caller's.
     *
     * @throws Problem 404
     */
    @Transactional
    ApiKey get(UUID id) {
        return theirs(findById(id));
    }

    /**
     * Changes settings.
     *
     * @throws Problem 404, 428, 412, 400 or 422, in this order
     */
    @Transactional
    ApiKey change(UUID id, String ifMatch, byte[] patch) {
        ApiKey it = lock(id, ifMatch);
        KeySettings present = it.settings();
        KeySettings wanted = reader.read(patch, present);
        if (!wanted.equals(present)) {
            it.set(wanted);
            it.revision++;
        }
        return it;
    }

    /**
     * Removes it: nobody reads with it any more.
     *
     * @throws Problem 404, 428 or 412, in this order
     */
    @Transactional
    void remove(UUID id, String ifMatch) {
        delete(lock(id, ifMatch));
    }

    /** What its owner sees of it, but for the key itself. */
    KeyView view(ApiKey it) {
        return KeyView.of(it, config.keyRate(), null);
    }

    /** The same with the key. */
    KeyView view(ApiKey it, String key) {
        return KeyView.of(it, config.keyRate(), key);
    }

    private ApiKey lock(UUID id, String ifMatch) {
        ApiKey it = theirs(findById(id, LockModeType.PESSIMISTIC_WRITE));
        ETag.of(it.revision).requireMatch(ifMatch);
        return it;
    }

    private ApiKey theirs(ApiKey it) {
        if (it == null || !caller.mayManage(it.owner)) {
            throw Problems.notFound("There is no such key.");
        }
        return it;
    }
}
