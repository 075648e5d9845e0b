package galley.editorial.autosave;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.JsonNode;
import org.hibernate.Session;

import galley.editorial.staff.Actor;
import galley.kit.json.StrictJson;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What people are writing, one for each article and person. It is no change of the article. */
@ApplicationScoped
public class Autosaves {
    private static final String KEEP =
            """
            insert into autosave (article_id, owner, base_revision, saved_at, content)
            select id, :owner, :base, :now, cast(:content as jsonb) from article where id = :article
            on conflict (article_id, owner) do update set base_revision = excluded.base_revision,
                saved_at = excluded.saved_at, content = excluded.content
            """;

    private static final String FIND =
            """
            select base_revision, revision, saved_at, autosave.content
            from autosave join article on article.id = article_id
            where article_id = :article and owner = :owner
            """;

    private static final String FORGET =
            "delete from autosave where article_id = :article and owner = :owner";

    private final Session database;
    private final Clock clock;

    Autosaves(Session database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Keeps what somebody is writing, in the place of what was kept before.
     *
     * @param base the revision that it began with
     * @throws Problem 404
     */
    @Transactional
    public void keep(UUID article, Actor owner, long base, JsonNode content) {
        int kept =
                database.createNativeMutationQuery(KEEP)
                        .setParameter("article", article)
                        .setParameter("owner", owner.id())
                        .setParameter("base", base)
                        .setParameter("now", clock.instant())
                        .setParameter("content", content.toString())
                        .executeUpdate();
        if (kept == 0) {
            throw Problems.notFound("There is no article with this id.");
        }
    }

    /** What was kept for somebody. */
    @Transactional
    public Optional<Autosave> find(UUID article, Actor owner) {
        return database.createNativeQuery(FIND, Tuple.class)
                .setParameter("article", article)
                .setParameter("owner", owner.id())
                .getResultStream()
                .findFirst()
                .map(
                        row ->
                                new Autosave(
                                        row.get(0, Long.class),
                                        row.get(1, Long.class),
                                        row.get(2, Instant.class),
                                        StrictJson.read(
                                                row.get(3, Object.class)
                                                        .toString()
                                                        .getBytes(UTF_8))));
    }

    /**
     * Forgets what was kept for somebody once all of it is saved.
     *
     * @param saved the members of the article that were just saved
     * @param article as it is now
     */
    @Transactional
    public void forgetSaved(UUID id, Actor owner, JsonNode saved, JsonNode article) {
        find(id, owner)
                .filter(kept -> isSaved(kept.content(), saved, article))
                .ifPresent(_ -> forget(id, owner));
    }

    private static boolean isSaved(JsonNode kept, JsonNode saved, JsonNode article) {
        return kept.properties().stream()
                .filter(member -> !saved.has(member.getKey()))
                .allMatch(member -> member.getValue().equals(article.path(member.getKey())));
    }

    /** What was written is saved, or no longer wanted. */
    @Transactional
    public void forget(UUID article, Actor owner) {
        database.createNativeMutationQuery(FORGET)
                .setParameter("article", article)
                .setParameter("owner", owner.id())
                .executeUpdate();
    }
}
