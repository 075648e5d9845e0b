package galley.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.uuid.Generators;

import galley.events.Article;
import galley.events.ArticleKilled;
import galley.events.ArticleReleased;
import galley.events.Decision;

/** Sample articles, one for each pattern of the publication, and decisions on them. */
public final class Samples {
    /** As the wire writes it. */
    public static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(
                            com.fasterxml.jackson.databind.SerializationFeature
                                    .WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    /** The samples' names. */
    public static final List<String> ALL =
            List.of(
                    "p01-reprint",
                    "p02-round-up",
                    "p03-wire-dateline",
                    "p04-translation-chain",
                    "p05-teaser",
                    "p06-remarks",
                    "p07-video",
                    "p08-interview",
                    "p09-statement",
                    "p10-quotation",
                    "p11-same-headline",
                    "p12-editors-mark");

    private static final String ACTOR = "staff:019dcd9e-5900-7cce-a630-a4894a148982";

    private Samples() {}

    /** A sample as its first release, with an id and a slug of its own. */
    public static Article article(String name) {
        return article(name, _ -> {});
    }

    /** What a test changes in a sample's JSON. */
    public interface Change {
        void in(ObjectNode article);
    }

    /** A changed sample. */
    public static Article article(String name, Change change) {
        try (var file = Samples.class.getResourceAsStream("/articles/" + name + ".json")) {
            var article = (ObjectNode) JSON.readTree(file);
            var id = Generators.timeBasedEpochRandomGenerator().generate();
            article.put("id", id.toString())
                    .put("revision", 4)
                    .put("version", 1)
                    .put("slug", name + "-" + id)
                    .put("workflow", "released")
                    .put("publication", "live")
                    .put("publishedAt", "2026-05-20T10:00:00Z")
                    .put("updatedAt", "2026-05-20T10:00:00Z");
            change.in(article);
            return JSON.treeToValue(article, Article.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another state of the same article. */
    public static Article changed(Article article, Change change) {
        ObjectNode json = JSON.valueToTree(article);
        change.in(json);
        try {
            return JSON.treeToValue(json, Article.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A later released version of an article. */
    public static Article next(Article article, Change change) {
        return changed(
                article,
                json -> {
                    json.put("revision", article.revision() + 4);
                    json.put("version", article.version() + 1);
                    change.in(json);
                });
    }

    public static ArticleReleased released(Article article) {
        return new ArticleReleased(article, new Decision(decided(article), ACTOR, null));
    }

    /** The kill of an article, as the revision and version after it. */
    public static ArticleKilled killed(Article article, String note) {
        var killed =
                changed(
                        article,
                        json ->
                                json.put("revision", article.revision() + 1)
                                        .put("version", article.version() + 1)
                                        .put("publication", "killed"));
        return new ArticleKilled(killed, new Decision(decided(article), ACTOR, note));
    }

    private static Instant decided(Article article) {
        return article.updatedAt();
    }

    /** An id as the platform makes them. */
    public static UUID id() {
        return Generators.timeBasedEpochRandomGenerator().generate();
    }
}
