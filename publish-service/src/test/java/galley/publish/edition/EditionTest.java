package galley.publish.edition;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import galley.events.ArticleSubmitted;
import galley.events.Decision;
import galley.events.Part;
import galley.messaging.IncomingEvent;
import galley.messaging.UnreadableEventException;
import galley.publish.Samples;
import galley.publish.TestServers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@TestServers
class EditionTest {
    @Inject Desk desk;
    @Inject Edition edition;

    @Test
    void aReleaseIsLiveAtOnce() {
        var article = desk.release(Samples.article("p01-reprint"));
        var live = edition.find(article.id()).orElseThrow();
        assertThat(live.state()).isEqualTo(State.LIVE);
        assertThat(live.article().headline()).isEqualTo(article.headline());
        assertThat(edition.find(article.slug()).orElseThrow().id()).isEqualTo(article.id());
    }

    @Test
    void anOlderRevisionChangesNothing() {
        var first = Samples.article("p01-reprint");
        var second = desk.release(Samples.next(first, json -> json.put("headline", "Second")));
        desk.release(first);
        assertThat(edition.find(first.id()).orElseThrow().headline()).isEqualTo("Second");
        assertThat(edition.find(first.id()).orElseThrow().version()).isEqualTo(second.version());
    }

    @Test
    void aFormerSlugLeadsToTheArticle() {
        var first = desk.release(Samples.article("p01-reprint"));
        var second =
                desk.release(Samples.next(first, json -> json.put("slug", "new-" + first.id())));
        assertThat(edition.find(first.slug()).orElseThrow().slug()).isEqualTo(second.slug());
        assertThat(edition.slugs(first.id())).containsExactly(first.slug(), second.slug());
    }

    @Test
    void aKillThatOvertookItsReleaseStays() {
        var article = Samples.article("p01-reprint");
        desk.kill(article, "Withdrawn");
        desk.release(article);
        var killed = edition.find(article.slug()).orElseThrow();
        assertThat(killed.state()).isEqualTo(State.KILLED);
        assertThat(killed.note()).isEqualTo("Withdrawn");
        assertThat(killed.article()).isNull();
    }

    @Test
    void whatWasKilledNeverComesBack() {
        var article = desk.release(Samples.article("p01-reprint"));
        desk.kill(article, "Withdrawn");
        desk.release(Samples.next(article, json -> json.put("revision", 900)));
        assertThat(edition.find(article.id()).orElseThrow().state()).isEqualTo(State.KILLED);
    }

    @Test
    void aSlugOfAnotherArticleIsRefused() {
        var first = desk.release(Samples.article("p01-reprint"));
        var second = Samples.article("p02-round-up", json -> json.put("slug", first.slug()));
        assertThatThrownBy(() -> desk.release(second))
                .hasCauseInstanceOf(UnreadableEventException.class)
                .hasMessageContaining(first.slug());
        assertThat(edition.find(second.id())).isEmpty();
    }

    @Test
    void bodiesAndAddressesAreMadeSafeOnTheWayIn() {
        var article =
                desk.release(
                        Samples.article(
                                "p07-video",
                                json -> {
                                    json.withArray("parts")
                                            .addObject()
                                            .put("type", "original")
                                            .put("id", "p7")
                                            .put(
                                                    "body",
                                                    "<p onclick=\"x()\">Two<script>x()</script></p>");
                                    json.withArray("parts")
                                            .addObject()
                                            .put("type", "media")
                                            .put("id", "p8")
                                            .put("kind", "image")
                                            .put("url", "javascript:alert(1)");
                                }));
        var parts = edition.find(article.id()).orElseThrow().article().parts();
        assertThat(((Part.Original) parts.get(6)).body()).isEqualTo("<p>Two</p>");
        assertThat(((Part.Media) parts.get(7)).url()).isNull();
    }

    @Test
    void textThatNoDatabaseCanHoldIsLeftOut() {
        var article =
                desk.release(
                        Samples.article("p01-reprint", json -> json.put("headline", "a\u0000b")));
        assertThat(edition.find(article.id()).orElseThrow().headline()).isEqualTo("ab");
    }

    @Test
    void whatConcernsNoReaderIsIgnored() {
        var article = Samples.article("p01-reprint");
        desk.apply(new ArticleSubmitted(article, new Decision(Instant.now(), "staff:x", null)));
        assertThat(edition.find(article.id())).isEmpty();
    }

    @Test
    void anUnknownTypeIsNotSkipped() {
        assertThatThrownBy(() -> desk.apply(event("galley.article.translated.v1", "{}")))
                .hasCauseInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("galley.article.translated.v1");
    }

    @Test
    void whatBreaksTheContractIsUnreadable() {
        for (var data : new String[] {"", "[]", "{}", "{\"article\": {\"id\": 7}}", "null"}) {
            assertThatThrownBy(() -> desk.apply(event("galley.article.released.v1", data)))
                    .as(data)
                    .hasCauseInstanceOf(UnreadableEventException.class);
        }
    }

    private static IncomingEvent event(String type, String data) {
        var id = Samples.id();
        return new IncomingEvent(
                id,
                "/galley/editorial",
                type,
                id.toString(),
                1,
                Instant.now(),
                id.toString(),
                data.getBytes(StandardCharsets.UTF_8));
    }
}
