package galley.endtoend;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import galley.events.ArticleReleased;
import galley.events.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What has its time happens once and not before, whichever replicas are there then, and when none
 * is.
 */
class TimerIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Long enough to get everything ready. */
    private static final Duration AHEAD = Duration.ofSeconds(25);

    private static final Duration STEP = Duration.ofMillis(500);
    private static final int TIMES = 5;
    private static final int SCHEDULED = 30;
    private static final int EMBARGOED = 15;

    /** Every replica has set its alarms by then. */
    private static final Duration JUST_BEFORE = Duration.ofMillis(300);

    private static Processes platform;
    private static Newsroom newsroom;
    private static List<Replica> editorial;
    private static List<Replica> publish;

    @BeforeAll
    static void start() {
        platform = Processes.start(List.of("-Xmx256m"));
        platform.part("ingest").close(); // nothing comes in here
        newsroom = new Newsroom(platform);
        editorial = platform.replicas("editorial", 3);
        publish = platform.replicas("publish", 2);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @BeforeEach
    void startAll() {
        Replica.start(Stream.concat(editorial.stream(), publish.stream()).toList());
    }

    @Test
    void whatIsScheduledGoesOutOnceWhateverTheNumberOfReplicas() {
        var timetable = scheduled();

        timetable.awaitLive(publish);

        assertReleasedAndAnnouncedOnce(timetable);
        var log = LifecycleRecord.readAll(platform.kafka());
        assertThat(timetable.articles())
                .allSatisfy(
                        article ->
                                assertThat(log.get(article))
                                        .extracting(LifecycleRecord::id)
                                        .doesNotHaveDuplicates());
    }

    @Test
    void whatIsScheduledGoesOutOnceAlthoughAReplicaIsKilledJustBefore() {
        var timetable = scheduled();
        timetable.awaitFirstBut(JUST_BEFORE);
        editorial.getLast().kill();

        timetable.awaitLive(publish);

        assertReleasedAndAnnouncedOnce(timetable);
    }

    @Test
    void whatWasDueWhileNoReplicaRanGoesOutOnceWhenOneDoes() {
        var timetable = scheduled();
        editorial.forEach(Replica::kill);
        timetable.awaitLast();
        assertThat(timetable.live(publish.getFirst())).isZero();

        editorial.getFirst().start();
        timetable.awaitLive(publish);

        assertReleasedAndAnnouncedOnce(timetable);
    }

    @Test
    void anEmbargoedArticleIsLiveAtEveryReplicaOnceItsEmbargoHasEnded() {
        var timetable = embargoed();

        timetable.awaitLive(publish);

        assertAnnouncedOnce(timetable);
    }

    @Test
    void anEmbargoThatEndedWhilePublishWasDownHoldsNothingBackAfterwards() {
        var timetable = embargoed();
        publish.forEach(Replica::stop);
        timetable.awaitLast();

        Replica.start(publish);
        timetable.awaitLive(publish);

        assertAnnouncedOnce(timetable);
    }

    /** Approved articles that are to go out in a while, several at each time. */
    private static Timetable scheduled() {
        var articles =
                IntStream.range(0, SCHEDULED)
                        .mapToObj(number -> newsroom.write("Scheduled " + number))
                        .toList();
        articles.forEach(newsroom::approve);
        var timetable = new Timetable(times());
        for (var article : articles) {
            var at = timetable.add(article);
            var step = Map.of("at", at.toString());
            var scheduled = newsroom.decide(newsroom.publisher, article, "schedule", step);
            assertThat(scheduled.status()).as(scheduled.text()).isEqualTo(200);
        }
        return timetable;
    }

    /** Released articles that publish has, and that readers are to get in a while. */
    private static Timetable embargoed() {
        var timetable = new Timetable(times());
        for (int i = 0; i < EMBARGOED; i++) {
            var until = timetable.next().toString();
            var content = Map.of("headline", "Embargoed " + i, "embargoedUntil", until);
            var article = newsroom.write(content);
            timetable.add(article);
            newsroom.approve(article);
            var step = Map.of("override", List.of("embargo"));
            var released = newsroom.decide(newsroom.publisher, article, "release", step);
            assertThat(released.status()).as(released.text()).isEqualTo(200);
        }
        awaitArrival(timetable);
        assertThat(timetable.live(publish.getFirst())).isZero();
        return timetable;
    }

    private static List<Instant> times() {
        var first = Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(AHEAD);
        return IntStream.range(0, TIMES)
                .mapToObj(number -> first.plus(STEP.multipliedBy(number)))
                .toList();
    }

    private static void awaitArrival(Timetable timetable) {
        await("publish has the articles")
                .atMost(PATIENCE)
                .until(
                        () -> {
                            var log = LifecycleRecord.readAll(platform.kafka());
                            return timetable.articles().stream()
                                            .noneMatch(each -> releases(log, each).isEmpty())
                                    && TopicRecords.areHandled(
                                            platform.kafka(), Topics.LIFECYCLE, "publish");
                        });
    }

    private static void assertReleasedAndAnnouncedOnce(Timetable timetable) {
        var log = LifecycleRecord.readAll(platform.kafka());
        for (var article : timetable.articles()) {
            assertThat(newsroom.history(article))
                    .filteredOn(past -> past.step().equals("release"))
                    .singleElement()
                    .satisfies(
                            past ->
                                    assertThat(past.at())
                                            .isAfterOrEqualTo(timetable.time(article)));
            assertThat(releases(log, article)).as("releases of " + article).hasSize(1);
        }
        assertAnnouncedOnce(timetable);
    }

    private static void assertAnnouncedOnce(Timetable timetable) {
        await("everything is announced")
                .atMost(PATIENCE)
                .until(
                        () ->
                                PublishedTopic.read(platform.kafka())
                                        .keySet()
                                        .containsAll(timetable.articles()));
        var topic = PublishedTopic.read(platform.kafka());
        for (var article : timetable.articles()) {
            // what is sent again after a crash is the same event, and says so by its id
            assertThat(topic.get(article))
                    .extracting(PublishedEvent::id)
                    .containsOnly(topic.get(article).getFirst().id());
            assertThat(topic.get(article))
                    .extracting(event -> event.document().path("pubStatus").asText())
                    .containsOnly("usable");
        }
    }

    /** The ids of an article's released events: what is sent again after a crash has the same. */
    private static Set<String> releases(Map<String, List<LifecycleRecord>> log, String article) {
        return log.getOrDefault(article, List.of()).stream()
                .filter(event -> event.type().equals(ArticleReleased.TYPE))
                .map(LifecycleRecord::id)
                .collect(Collectors.toSet());
    }
}
