package galley.publish.edition;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.Session;

import galley.events.Article;
import galley.events.LifecycleEvent;
import galley.messaging.IncomingEvent;
import galley.messaging.UnreadableEventException;
import galley.publish.Samples;
import galley.publish.ready.Changes;

/** Stands for editorial: hands decisions to the edition without a broker in between. */
@ApplicationScoped
public class Desk {
    private final Press press;
    private final Session session;
    private final Changes changes;

    Desk(Press press, Session session, Changes changes) {
        this.press = press;
        this.session = session;
        this.changes = changes;
    }

    /** Releases an article. */
    public Article release(Article article) {
        apply(Samples.released(article));
        return article;
    }

    /** Kills an article. */
    public void kill(Article article, String note) {
        apply(Samples.killed(article, note));
    }

    /** Applies an event in a transaction of its own. */
    public void apply(LifecycleEvent event) {
        apply(event(event));
    }

    /** Applies an event as it was received. */
    public void apply(IncomingEvent event) {
        apply(event, () -> {});
    }

    /** Applies an event, and does something else before its transaction commits. */
    public void apply(LifecycleEvent event, Runnable beforeCommit) {
        apply(event(event), beforeCommit);
    }

    private void apply(IncomingEvent event, Runnable beforeCommit) {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            try {
                                press.on(event);
                            } catch (UnreadableEventException e) {
                                throw new IllegalArgumentException(e);
                            }
                            beforeCommit.run();
                        });
    }

    /** An event as the broker would bring it. */
    public static IncomingEvent event(LifecycleEvent event) {
        try {
            var id = event.article().id().toString();
            return new IncomingEvent(
                    Samples.id(),
                    "/galley/editorial",
                    event.type(),
                    id,
                    event.article().revision(),
                    Instant.now(),
                    id,
                    Samples.JSON.writeValueAsBytes(event));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Forgets everything that was published. */
    public void clear() {
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                session.createNativeMutationQuery(
                                                "truncate edition_article, edition_words,"
                                                        + " edition_slug, arranged_page")
                                        .executeUpdate());
        changes.everything();
    }

    /** What an article is found by, as text; empty where it is not found. */
    public String words(UUID id) {
        return text(
                "select coalesce(string_agg(cast(words as text), ''), '') from edition_words"
                        + " where article = :id",
                id);
    }

    /** Everything that is kept of an article, as text. */
    public String wholeRow(UUID id) {
        return text(
                "select cast(to_jsonb(e) - 'headline' as text) from edition_article e where id ="
                        + " :id",
                id);
    }

    private String text(String query, UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () ->
                                session.createNativeQuery(query, String.class)
                                        .setParameter("id", id)
                                        .getSingleResult());
    }

    /** Puts more articles into the edition that are like a live one but for their addresses. */
    public void copy(UUID id, int copies) {
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                session.createNativeMutationQuery(
                                                """
                                                insert into edition_article
                                                select r.* from generate_series(1, :copies) n,
                                                    edition_article e,
                                                    jsonb_populate_record(e, jsonb_build_object(
                                                        'id', uuidv7(),
                                                        'slug', e.slug || '-' || n)) r
                                                where e.id = :id
                                                """)
                                        .setParameter("copies", copies)
                                        .setParameter("id", id)
                                        .executeUpdate());
    }

    /** The row of an article, as text. */
    public String row(UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () ->
                                session.createNativeQuery(
                                                """
                                                select cast(to_jsonb(e) - 'changed_at' - 'stood' as text)
                                                from edition_article e where id = :id
                                                """,
                                                String.class)
                                        .setParameter("id", id)
                                        .getSingleResultOrNull());
    }
}
