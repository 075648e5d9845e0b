package galley.editorial.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import galley.editorial.Api;
import galley.editorial.OnServers;
import galley.kit.sql.NativeQueries;

import static org.assertj.core.api.Assertions.assertThat;

/** Finds the latest first among more articles than a search looks at in one go. */
@OnServers
@TestInstance(Lifecycle.PER_CLASS)
class ManyArticlesTest {
    private static final int COUNT = 60_000;
    private static final String DESK = "desk of many";

    /**
     * The n-th came n minutes ago. All have the one and the other word; every 600th has them as a
     * phrase, every 700th has them in the headline, and every 20,000th has a third.
     */
    private static final String FILL =
            """
            with given as (
                select n, gen_random_uuid() as id, now() - n * interval '1 minute' as at,
                    case when n % 700 = 0 then 'Lantern and quay ' else 'Nothing ' end || n as headline,
                    case when n % 600 = 0 then 'the lantern quay' else 'a quay, a lantern' end
                        || case when n % 20000 = 0 then ' and a windmill' else '' end as body
                from generate_series(1, :count) as n),
            filled as (
                insert into article (id, revision, version, workflow, publication, touched, content,
                    corrections, created_at, updated_at, live_version, publication_revision,
                    history_hash, desk)
                select id, 1, 0, case when n % 1000 = 0 then 'IN_REVIEW' else 'DRAFT' end,
                    'UNPUBLISHED', true, jsonb_build_object('headline', headline, 'language', 'en',
                        'tags', '[]'::jsonb, 'bylines', '[]'::jsonb, 'subjects', '[]'::jsonb,
                        'proposals', '[]'::jsonb, 'parts', jsonb_build_array(jsonb_build_object(
                            'type', 'original', 'id', 'p1', 'body', '<p>' || body || '</p>'))),
                    '[]', at, at, 0, 0, repeat('0', 64), :desk
                from given returning id, workflow)
            insert into article_words (article_id, format, config, language, tags, publishers,
                headline, words, created_at, workflow, publication, desk)
            select id, :format, 'english', 'en', '{ports}', '{}', text_words('english', headline, headline)
                    || '''@config:english'''::tsvector,
                text_words('english', headline || ' ' || body, headline || ' ' || body)
                    || '''@config:english'''::tsvector,
                at, workflow, 'UNPUBLISHED', :desk
            from given join filled using (id)
            """;

    private final Api eva = Api.as("editor", "eva");

    @Inject Session database;

    @BeforeAll
    void fill() {
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                database.createNativeMutationQuery(FILL)
                                        .setParameter("count", COUNT)
                                        .setParameter("desk", DESK)
                                        .setParameter("format", WordIndex.FORMAT)
                                        .executeUpdate());
        // how a search goes about it depends on what it expects to find
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                database.createNativeMutationQuery("analyze article, article_words")
                                        .executeUpdate());
    }

    @AfterAll
    void empty() {
        for (String table : List.of("article_words", "article")) {
            QuarkusTransaction.requiringNew()
                    .run(
                            () ->
                                    database.createNativeMutationQuery(
                                                    "delete from " + table + " where desk = :desk")
                                            .setParameter("desk", DESK)
                                            .executeUpdate());
        }
    }

    @Test
    void aWordIsFoundWhereverItIs() {
        assertThat(found("windmill", "", 10)).isEqualTo(those(n -> n % 20_000 == 0));
        assertThat(found("lantern -quay", "", 10)).isEmpty();
    }

    @Test
    void frequentWordsComeInOrderPageByPage() {
        List<Integer> inHeadline = those(n -> n % 700 == 0);
        List<Integer> others = those(n -> n % 700 != 0);
        List<Integer> all = new ArrayList<>(inHeadline);
        all.addAll(others.subList(0, 300));
        assertThat(found("lantern quay", "&limit=100", 5).subList(0, 385))
                .isEqualTo(all.subList(0, 385));
        assertThat(found("lantern quay", "&limit=100&sort=newest", 3))
                .isEqualTo(those(n -> n <= 300));
    }

    @Test
    void aPhraseIsFoundAmongTextsThatHaveItsWordsInAnotherOrder() {
        List<Integer> phrases = those(n -> n % 600 == 0);
        assertThat(found("\"lantern quay\"", "", 10)).isEqualTo(phrases);
        assertThat(found("\"lantern quay\"", "&limit=7&sort=newest", 100)).isEqualTo(phrases);
        assertThat(found("\"quay and lantern windmill\"", "", 10)).isEmpty();
    }

    @Test
    void aQueueIsSearchedToItsEnd() {
        List<Integer> queue = those(n -> n % 1_000 == 0);
        String asked = "&state=in-review&sort=newest&desk=" + DESK.replace(' ', '+');
        assertThat(found("lantern", asked, 10)).isEqualTo(queue);
        assertThat(found("\"lantern quay\"", asked, 10))
                .isEqualTo(those(n -> n % 1_000 == 0 && n % 600 == 0));
    }

    @Test
    void aFrequentWordIsCountedAmongTheLatestAndARareOneWherever() {
        JsonNode counts = eva.get("/v1/articles/facets?q=lantern").expect(200).json();
        assertThat(counts.at("/total/count").asInt()).isEqualTo(10_000);
        assertThat(counts.at("/total/more").asBoolean()).isTrue();
        assertThat(counts.at("/facets/state/0/value").asText()).isEqualTo("draft");
        assertThat(counts.at("/facets/state/1/value").asText()).isEqualTo("in-review");
        assertThat(counts.at("/facets/state/1/count").asInt()).isBetween(4, 16);
        assertThat(counts.at("/facets/tag/0/value").asText()).isEqualTo("ports");
        JsonNode few = eva.get("/v1/articles/facets?q=windmill").expect(200).json();
        assertThat(few.at("/total/count").asInt()).isEqualTo(3);
        assertThat(few.at("/total/more").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "publication = 'KILLED'",
                "publication = 'WITHHELD' and desk = 'desk of many'",
                "priority = 1"
            })
    void whatIsRareIsLookedUp(String rare) {
        String plan =
                QuarkusTransaction.requiringNew()
                        .call(
                                () ->
                                        String.join(
                                                "\n",
                                                NativeQueries.values(
                                                                database,
                                                                "explain select id from article"
                                                                        + " where "
                                                                        + rare
                                                                        + " order by created_at"
                                                                        + " desc, id desc limit 51",
                                                                String.class)
                                                        .getResultList()));
        assertThat(plan).containsAnyOf("article_taken_back", "article_priority");
    }

    private static List<Integer> those(IntPredicate which) {
        return IntStream.rangeClosed(1, COUNT).filter(which).boxed().toList();
    }

    /** The numbers of what is found, over as many pages as there are, or so many. */
    private List<Integer> found(String words, String parameters, int pages) {
        List<Integer> found = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < pages && cursor != null; page++) {
            JsonNode answer =
                    eva.get(
                                    "/v1/articles?q="
                                            + words.replace(' ', '+').replace("\"", "%22")
                                            + parameters
                                            + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                            .expect(200)
                            .json();
            for (JsonNode article : answer.path("items")) {
                String headline = article.path("headline").asText();
                found.add(Integer.parseInt(headline.substring(headline.lastIndexOf(' ') + 1)));
            }
            cursor = answer.path("next").textValue();
        }
        return found;
    }
}
