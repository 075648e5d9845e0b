package galley.editorial.search;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import galley.editorial.content.PlainText;
import galley.editorial.staff.Logins;
import galley.kit.etag.ETag;
import galley.kit.json.StrictJson;
import galley.kit.paging.Cursor;
import galley.kit.paging.Page;
import galley.kit.paging.PageRequest;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** Everybody's saved searches; each is its owner's alone. */
@ApplicationScoped
class SavedSearches implements PanacheRepositoryBase<SavedSearch, UUID> {
    private static final TimeBasedEpochRandomGenerator IDS =
            Generators.timeBasedEpochRandomGenerator();
    private static final int LONGEST_NAME = 200;

    /** Each is held against every change. */
    private static final int MOST = 100;

    private final FilterReader filters;
    private final Matches matches;
    private final Logins logins;
    private final Clock clock;

    SavedSearches(FilterReader filters, Matches matches, Logins logins, Clock clock) {
        this.filters = filters;
        this.matches = matches;
        this.logins = logins;
        this.clock = clock;
    }

    /** A page of somebody's searches, the latest first. */
    @Transactional
    Page<SavedSearch> page(String owner, PageRequest request) {
        Cursor after = request.after();
        String all = "owner = ?1";
        String order = " order by createdAt desc, id desc";
        var rows =
                after == null
                        ? find(all + order, owner)
                        : find(
                                all + " and (createdAt < ?2 or createdAt = ?2 and id < ?3)" + order,
                                owner,
                                after.time(),
                                after.id());
        return Page.of(
                rows.page(0, request.rowsToRead()).list(),
                request,
                search -> new Cursor(search.createdAt, search.id),
                Function.identity());
    }

    /**
     * One of somebody's searches.
     *
     * @throws Problem 404, also for other people's
     */
    @Transactional
    SavedSearch get(UUID id, String owner) {
        return of(id, owner, LockModeType.NONE);
    }

    /**
     * Saves a search.
     *
     * @throws Problem 400, 409 when somebody has too many, or 422
     */
    @Transactional
    SavedSearch add(byte[] body, String owner) {
        Sent sent = read(body, owner);
        if (count("owner", owner) >= MOST) {
            throw Problems.of(
                    409,
                    "too-many-searches",
                    "Too many searches",
                    "At most %d searches can be saved.".formatted(MOST));
        }
        SavedSearch search = new SavedSearch();
        search.id = IDS.generate();
        search.owner = owner;
        search.createdAt = clock.instant();
        put(search, sent);
        return search;
    }

    /**
     * Replaces a search.
     *
     * @param ifMatch the header, or null
     * @throws Problem 404, 428, 412, 400 or 422, in this order
     */
    @Transactional
    SavedSearch replace(UUID id, String ifMatch, byte[] body, String owner) {
        SavedSearch search = of(id, owner, LockModeType.PESSIMISTIC_WRITE);
        ETag.of(search.revision).requireMatch(ifMatch);
        put(search, read(body, owner));
        return search;
    }

    /**
     * Forgets a search, and what was told of it.
     *
     * @param ifMatch the header, or null
     * @throws Problem 404, 428 or 412, in this order
     */
    @Transactional
    void remove(UUID id, String ifMatch, String owner) {
        SavedSearch search = of(id, owner, LockModeType.PESSIMISTIC_WRITE);
        ETag.of(search.revision).requireMatch(ifMatch);
        delete(search);
    }

    /** The searches whose owners are told of new matches. */
    List<SavedSearch> notifying() {
        return list("notifies", true);
    }

    private SavedSearch of(UUID id, String owner, LockModeType lock) {
        return find("id = ?1 and owner = ?2", id, owner)
                .withLock(lock)
                .firstResultOptional()
                .orElseThrow(() -> Problems.notFound("You have no search with this id."));
    }

    private void put(SavedSearch search, Sent sent) {
        search.name = PlainText.orNull(sent.name());
        search.query = pseudonymous(sent.query());
        search.notifies = sent.notifies() != null && sent.notifies();
        search.revision++;
        persistAndFlush(search); // what matches refers to it
        matches.begin(search);
    }

    /** A search outlives the erasure of a person whom it is about. */
    private SearchParameters pseudonymous(SearchParameters query) {
        String assignee = PlainText.orNull(query.assignee);
        return assignee == null || assignee.equals("me")
                ? query
                : query.withAssignee(logins.actor(assignee));
    }

    private Sent read(byte[] body, String owner) {
        Sent sent = StrictJson.bind(StrictJson.read(body), Sent.class);
        String name = PlainText.orNull(sent.name());
        if (name == null || name.length() > LONGEST_NAME) {
            throw Problems.unprocessable(
                    "name",
                    "A search has a name of at most %d characters.".formatted(LONGEST_NAME));
        }
        if (sent.query() == null) {
            throw Problems.unprocessable("query", "It says what is looked for.");
        }
        try {
            filters.read(sent.query(), owner);
        } catch (Problem wrong) {
            throw Problems.unprocessable("query", wrong.getMessage());
        }
        if (sent.query().assignee != null && sent.query().assignee.length() > Logins.LONGEST) {
            throw Problems.unprocessable("query", "This assignee is no login.");
        }
        return sent;
    }

    /** A search as it is sent; what only answers have is passed over. */
    record Sent(
            String name,
            SearchParameters query,
            @JsonProperty("notify") Boolean notifies,
            Object id,
            Object createdAt,
            Object href) {}
}
