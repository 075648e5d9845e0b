package galley.publish.announcement;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import galley.events.Article;
import galley.events.ArticleReinstated;
import galley.events.ArticleWithheld;
import galley.events.Decision;
import galley.publish.PublicTopic;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the log of announcements holds. */
@TestServers
class AnnouncementLogTest {
    private static final Decision DECISION =
            new Decision(Instant.parse("2026-05-21T09:00:00Z"), "staff:7", null);

    @Inject Desk desk;
    @Inject AnnouncementLog log;
    @Inject AnnouncementConfig config;
    @Inject AgroalDataSource database;

    private long start;

    @BeforeEach
    void startHere() {
        log.giveAllPositions();
        start = log.head().last();
    }

    private List<Announcement> of(Article article) {
        log.giveAllPositions();
        return log.after(start, 1_000).stream()
                .filter(it -> it.article().equals(article.id()))
                .toList();
    }

    @Test
    void everythingThatThePublicIsToldStandsInItOnceWithItsDocument() throws Exception {
        var article = desk.release(Samples.article("p01-reprint"));
        var second = desk.release(Samples.next(article, json -> json.put("headline", "Corrected")));
        desk.kill(second, "Not true");
        var told = of(article);
        assertThat(told)
                .extracting(Announcement::status)
                .containsExactly(Status.USABLE, Status.USABLE, Status.CANCELED);
        assertThat(told).extracting(Announcement::version).containsExactly(1, 2, 3);
        assertThat(told).extracting(Announcement::position).isSorted().doesNotHaveDuplicates();
        try (var topic = new PublicTopic()) {
            await().atMost(Duration.ofSeconds(20)).until(() -> topic.of(article.id()).size() >= 3);
            assertThat(json(told.getLast().document())).isEqualTo(topic.of(article.id()).getLast());
        }
    }

    @Test
    void theDocumentIsTheOneOfThePublicTopic() throws Exception {
        var article = desk.release(Samples.article("p01-reprint"));
        try (var topic = new PublicTopic()) {
            await().atMost(Duration.ofSeconds(20)).until(() -> topic.of(article.id()).size() == 1);
            assertThat(json(of(article).getFirst().document()))
                    .isEqualTo(topic.of(article.id()).getFirst());
        }
    }

    @Test
    void whatEventsRepeatIsNotToldAgain() {
        var article = desk.release(Samples.article("p01-reprint"));
        desk.release(article);
        desk.kill(article, "Not true");
        desk.kill(article, "Not true");
        assertThat(of(article)).hasSize(2);
    }

    @Test
    void aWithdrawnTextIsGoneAndItsNoticeStays() {
        var article = desk.release(Samples.article("p01-reprint"));
        var withheld = Samples.next(article, _ -> {});
        desk.apply(new ArticleWithheld(withheld, DECISION));
        assertThat(of(article))
                .extracting(it -> it.document() == null)
                .containsExactly(true, false);
        var reinstated = Samples.next(withheld, _ -> {});
        desk.apply(new ArticleReinstated(reinstated, DECISION));
        desk.kill(reinstated, "Not true");
        assertThat(of(article))
                .extracting(it -> it.document() == null)
                .containsExactly(true, false, true, false);
        assertThat(of(article).getLast().document()).contains("Not true");
    }

    @Test
    void nothingIsSaidOfWhatNobodyWasShown() {
        var until = Instant.now().plusSeconds(3600).toString();
        var article =
                desk.release(
                        Samples.article(
                                "p01-reprint",
                                json ->
                                        json.put("embargoedUntil", until)
                                                .put("publishedAt", until)));
        assertThat(of(article)).isEmpty();
        desk.kill(article, "Withdrawn before it was out");
        assertThat(of(article)).hasSize(1);
        assertThat(of(article).getFirst().marks()).isEqualTo(Marks.NONE);
        assertThat(of(article).getFirst().earlier()).isEmpty();
    }

    @Test
    void anAnnouncementConcernsWhoSeesTheArticleComeOrLeaveAndAWithdrawalWhoEverHadIt() {
        var coast = "coast-" + UUID.randomUUID();
        var inland = "inland-" + UUID.randomUUID();
        var abroad = "abroad-" + UUID.randomUUID();
        var first = desk.release(in(coast, Samples.article("p01-reprint")));
        var second = desk.release(in(inland, Samples.next(first, _ -> {})));
        var third = desk.release(in(abroad, Samples.next(second, _ -> {})));
        desk.kill(third, "Not true");
        assertThat(of(first))
                .extracting(it -> it.concerns(marks -> coast.equals(marks.section())))
                .containsExactly(true, true, false, true);
        assertThat(of(first))
                .extracting(it -> it.concerns(marks -> abroad.equals(marks.section())))
                .containsExactly(false, false, true, true);
        assertThat(of(first))
                .noneMatch(it -> it.concerns(marks -> "other".equals(marks.section())));
    }

    @Test
    void marksAreWhatTheArticleIsFoundBy() {
        var article =
                desk.release(
                        Samples.article(
                                "p01-reprint",
                                json -> json.putArray("tags").add("ports").add("tides")));
        var marks = of(article).getFirst().marks();
        assertThat(marks.kind()).isEqualTo("reprint");
        assertThat(marks.section()).isEqualTo(article.section());
        assertThat(marks.language()).isEqualTo(article.language());
        assertThat(marks.tags()).containsExactly("ports", "tides");
        assertThat(marks.sources()).isNotEmpty();
    }

    @Test
    void aTransactionThatCommitsLateIsNotMissed() throws Exception {
        var article = Samples.article("p01-reprint");
        try (Connection slow = database.getConnection();
                Connection quick = database.getConnection()) {
            slow.setAutoCommit(false);
            quick.setAutoCommit(false);
            write(slow, article, 1);
            write(quick, article, 2);
            quick.commit();
            var seen = of(article);
            assertThat(seen).extracting(Announcement::version).containsExactly(2);
            slow.commit();
            log.giveAllPositions();
            assertThat(log.after(seen.getLast().position(), 1_000))
                    .filteredOn(it -> it.article().equals(article.id()))
                    .extracting(Announcement::version)
                    .containsExactly(1);
        }
    }

    @Test
    void whatIsOldIsRemovedWithItsDocument() throws Exception {
        var old = desk.release(Samples.article("p01-reprint"));
        var fresh = desk.release(Samples.article("p02-round-up"));
        assertThat(of(old)).hasSize(1);
        age(old, config.retention().plusMinutes(1));
        log.tidy();
        assertThat(of(old)).isEmpty();
        assertThat(of(fresh)).hasSize(1);
        assertThat(log.head().goesOnFrom(start)).isFalse();
        assertThat(log.head().goesOnFrom(log.head().last())).isTrue();
        desk.kill(old, "Not true");
        assertThat(of(old).getFirst().earlier()).hasSize(1);
    }

    private static Article in(String section, Article article) {
        return Samples.changed(article, json -> json.put("section", section));
    }

    private static JsonNode json(String document) throws Exception {
        return Samples.JSON.readTree(document);
    }

    private static void write(Connection connection, Article article, int version)
            throws Exception {
        try (var insert =
                connection.prepareStatement(
                        "insert into announcement (at, article_id, revision, version, status,"
                                + " earlier) values (now(), ?, ?, ?, 'USABLE', '[]')")) {
            insert.setObject(1, article.id());
            insert.setInt(2, version);
            insert.setInt(3, version);
            insert.executeUpdate();
        }
    }

    private void age(Article article, Duration age) throws Exception {
        try (Connection connection = database.getConnection();
                var update =
                        connection.prepareStatement(
                                "update announcement set at = at - cast(? as interval)"
                                        + " where article_id = ?")) {
            update.setString(1, age.toSeconds() + " s");
            update.setObject(2, article.id());
            update.executeUpdate();
        }
    }
}
