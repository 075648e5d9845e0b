package galley.endtoend;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Many people work on few articles at once, through two replicas of which one is killed. */
class CrowdIT {
    /** How long they work: a third before the kill, a third without the replica, a third after. */
    private static final Duration DURATION = Duration.ofMinutes(2);

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int PEOPLE = 50;
    private static final int ARTICLES = 20;

    private static Processes platform;
    private static Replica first;
    private static Replica second;

    @BeforeAll
    static void start() {
        platform = Processes.start();
        var replicas = platform.replicas("editorial", 2);
        first = replicas.getFirst();
        second = replicas.getLast();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void whatWasAcceptedStaysAndNothingElseHappensAlthoughAllWorkAtOnceAndAReplicaIsKilled()
            throws Exception {
        try (var crowd = new Crowd(platform, List.of(first, second), PEOPLE, ARTICLES)) {
            crowd.workFor(DURATION.dividedBy(3));
            second.kill();
            crowd.workFor(DURATION.dividedBy(3));
            second.start();
            crowd.growLate();
            crowd.workFor(DURATION.dividedBy(3));
            crowd.finish();

            System.out.printf(
                    "Accepted %s, locks %d, refused %s, never answered %d%n",
                    crowd.accepted(), crowd.locks(), crowd.refusals(), crowd.unanswered());
            assertEachArticleTellsIt(crowd);
            assertSomethingWasDone(crowd);
        }
    }

    private static void assertSomethingWasDone(Crowd crowd) {
        assertThat(crowd.accepted())
                .containsOnlyKeys(
                        "create",
                        "edit",
                        "submit",
                        "withdraw",
                        "approve",
                        "request-changes",
                        "release",
                        "correct",
                        "kill");
        assertThat(crowd.accepted().values().stream().mapToInt(Integer::intValue).sum())
                .isGreaterThan(500);
        assertThat(crowd.locks()).isGreaterThan(100);
        assertThat(crowd.refusals()).containsOnlyKeys(Person.REFUSALS);
    }

    private static void assertEachArticleTellsIt(Crowd crowd) {
        var caller = platform.caller("editorial", "editor", "eva");
        var stories =
                crowd.articles().stream()
                        .map(id -> ArticleStory.read(caller, id, crowd.attempts(id)))
                        .toList();
        for (var story : stories) {
            story.assertTellsWhatWasAccepted();
            story.assertGoesOnStepByStep();
            story.assertIsChained();
            story.assertFourEyesSawWhatWentOut();
            story.assertNothingFollowsAKill();
            story.assertHasTheLastHeadline();
        }
        await("the log tells it")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(
                        () -> {
                            var events = LifecycleRecord.readAll(platform.kafka());
                            stories.forEach(story -> story.assertIsToldIn(events));
                        });
    }
}
