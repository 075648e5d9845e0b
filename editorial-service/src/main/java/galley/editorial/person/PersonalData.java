package galley.editorial.person;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.StreamingOutput;

import org.hibernate.Session;

import galley.kit.problem.Problem;
import galley.kit.sql.NativeQueries;
import galley.operations.staff.Staff;

import static galley.editorial.person.Section.time;

/** All that is kept about a person. */
@ApplicationScoped
class PersonalData {
    private static final List<Section> SECTIONS =
            List.of(
                    Section.of(
                            "history",
                            "history",
                            "actor",
                            "id",
                            "bigint",
                            "'article', article_id, 'id', id, 'at', "
                                    + time("at")
                                    + ", 'step', step, 'address', address, 'note', note,"
                                    + " 'internalNote', internal_note, 'details', details,"
                                    + " 'traceId', trace_id"),
                    Section.of(
                            "comment",
                            "comment",
                            "author",
                            "id",
                            "uuid",
                            "'article', article_id, 'id', id, 'at', "
                                    + time("at")
                                    + ", 'text', text, 'suggestion', suggestion, 'editedAt', "
                                    + time("edited_at")),
                    Section.of(
                            "resolution",
                            "comment",
                            "resolved_by",
                            "id",
                            "uuid",
                            "'article', article_id, 'comment', id, 'at', " + time("resolved_at")),
                    Section.of(
                            "autosave",
                            "autosave",
                            "owner",
                            "article_id",
                            "uuid",
                            "'article', article_id, 'baseRevision', base_revision, 'at', "
                                    + time("saved_at")
                                    + ", 'content', content"),
                    Section.of(
                            "notification",
                            "notification",
                            "recipient",
                            "id",
                            "uuid",
                            "'article', article_id, 'id', id, 'at', "
                                    + time("at")
                                    + ", 'about', kind, 'text', text, 'readAt', "
                                    + time("read_at")),
                    Section.of(
                            "lock",
                            "article_lock",
                            "holder",
                            "article_id",
                            "uuid",
                            "'article', article_id, 'at', "
                                    + time("taken_at")
                                    + ", 'until', "
                                    + time("until")),
                    Section.of(
                            "saved-search",
                            "saved_search",
                            "owner",
                            "id",
                            "uuid",
                            "'id', id, 'at', "
                                    + time("created_at")
                                    + ", 'name', name, 'query', query, 'notify', notify"),
                    Section.of(
                            "picture",
                            "picture",
                            "uploaded_by",
                            "hash",
                            "text",
                            "'hash', hash, 'at', " + time("uploaded_at")),
                    Section.of(
                            "desk",
                            "setting_document cross join"
                                    + " jsonb_each_text(document -> 'members') as member",
                            "member.key",
                            "name",
                            "text",
                            "'desk', name, 'role', member.value"),
                    Section.of(
                            "setting-change",
                            "setting_document_change",
                            "actor",
                            "id",
                            "bigint",
                            "'setting', name, 'at', " + time("at")),
                    Section.of(
                            "page-change",
                            "page_change",
                            "actor",
                            "id",
                            "bigint",
                            "'page', page, 'at', " + time("at")),
                    Section.of(
                            "assignment",
                            "article",
                            "assignee",
                            "id",
                            "uuid",
                            "'article', id, 'desk', desk, 'dueAt', " + time("due_at")),
                    Section.of(
                            "scheduled-release",
                            "article",
                            "scheduled_by",
                            "id",
                            "uuid",
                            "'article', id, 'at', " + time("scheduled_at")),
                    Section.of(
                            "last-writer", "article", "last_writer", "id", "uuid", "'article', id"),
                    Section.of(
                            "source-revision-decision",
                            "source_revision",
                            "decided_by",
                            "(cast(article_id as text) || '/'"
                                    + " || lpad(cast(item_revision as text), 19, '0'))",
                            "text",
                            "'article', article_id, 'sourceRevision', item_revision, 'decision',"
                                    + " decision, 'at', "
                                    + time("decided_at")),
                    Section.of(
                            "check-settings-change",
                            "check_settings_change",
                            "actor",
                            "id",
                            "bigint",
                            "'desk', desk, 'at', " + time("at")),
                    Section.of(
                            "dead-letter-decision",
                            "dead_letter",
                            "decided_by",
                            "id",
                            "uuid",
                            "'letter', id, 'at', " + time("decided_at")),
                    Section.of(
                            "erasure",
                            "staff_erasure",
                            "actor",
                            "id",
                            "bigint",
                            "'staff', staff, 'at', " + time("at")));

    private static final String PERSON =
            "select cast(json_build_object('kind', 'person', 'id', id, 'subject', subject, 'name',"
                    + " name, 'firstSeen', "
                    + time("first_seen")
                    + ") as text) from staff where id = :id";

    /** A record may be as large as an article. */
    private static final int ROWS = 20;

    private final Session database;

    PersonalData(Session database) {
        this.database = database;
    }

    /**
     * The person's data as lines of JSON.
     *
     * @throws Problem 404
     */
    @Transactional
    StreamingOutput of(UUID id) {
        String person =
                NativeQueries.values(database, PERSON, String.class)
                        .setParameter("id", id)
                        .getResultStream()
                        .findFirst()
                        .orElseThrow(People::notFound);
        return new PersonExport(this, Staff.actorOf(id), person);
    }

    /** All kinds of records. */
    static List<Section> sections() {
        return SECTIONS;
    }

    /** The next records of a section, each with its key; none when there are no more. */
    @Transactional
    List<Tuple> next(Section section, String actor, String after) {
        return database.createNativeQuery(section.query(), Tuple.class)
                .setParameter("actor", actor)
                .setParameter("after", after, String.class)
                .setParameter("most", ROWS)
                .getResultList();
    }
}
