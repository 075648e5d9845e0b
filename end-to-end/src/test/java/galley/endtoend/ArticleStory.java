package galley.endtoend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What an article and its history tell, held against what people were answered. */
final class ArticleStory {
    private final String id;
    private final List<Attempt> attempts;
    private final JsonNode article;
    private final JsonNode verification;
    private final List<PastStep> history;
    private final List<PastStep> changes;

    private ArticleStory(
            String id,
            List<Attempt> attempts,
            JsonNode article,
            JsonNode verification,
            List<PastStep> history) {
        this.id = id;
        this.attempts = attempts;
        this.article = article;
        this.verification = verification;
        this.history = history;
        this.changes = history.stream().filter(PastStep::isChange).toList();
    }

    /**
     * Reads it from the service.
     *
     * @param attempts all that may have changed the article; nobody tries more
     */
    static ArticleStory read(Caller caller, String id, List<Attempt> attempts) {
        String path = "/v1/articles/" + id;
        return new ArticleStory(
                id,
                attempts,
                caller.get(path).json(),
                caller.get(path + "/history/verification").json(),
                PastStep.all(caller, id));
    }

    /** What was accepted is told once, by whom and as what it was; nothing else is told. */
    void assertTellsWhatWasAccepted() {
        for (var attempt : attempts) {
            if (attempt.wasAnswered()) {
                assertThat(changes.stream().filter(attempt::isTold))
                        .as("%s in the history", attempt)
                        .hasSize(1);
            }
        }
        for (var change : changes) {
            assertThat(attemptOf(change)).as("who asked for %s of %s", change, id).isPresent();
        }
        assertThat(history)
                .filteredOn(past -> !past.isChange())
                .allSatisfy(past -> assertThat(past.who()).isEqualTo("service:publish"));
    }

    /**
     * Each change follows the one before: by its revision, its time and where the article stood.
     */
    void assertGoesOnStepByStep() {
        assertThat(changes)
                .as("revisions of %s", id)
                .extracting(PastStep::made)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, article.path("revision").asLong())
                                .boxed()
                                .toList());
        assertThat(changes).as("times of %s", id).extracting(PastStep::at).isSorted();
        assertThat(history.getFirst().from()).isNull();
        for (int i = 1; i < history.size(); i++) {
            assertThat(history.get(i).from())
                    .as("where %s of %s began", history.get(i), id)
                    .isEqualTo(history.get(i - 1).to());
        }
        assertThat(article.path("workflow")).isEqualTo(history.getLast().to().path("workflow"));
    }

    void assertIsChained() {
        assertThat(verification.path("intact").asBoolean()).as("%s: %s", id, verification).isTrue();
        assertThat(verification.path("entries").asInt()).isGreaterThanOrEqualTo(changes.size());
    }

    /**
     * Nobody approved what they wrote last, and nothing went out that was not approved after it was
     * written. A correction begins with words that are not of whoever begins it.
     */
    void assertFourEyesSawWhatWentOut() {
        String writer = null;
        boolean approved = false;
        for (var change : changes) {
            switch (change.step()) {
                case "create", "edit" -> {
                    writer = change.who();
                    approved = false;
                }
                case "correct" -> approved = false;
                case "approve" -> {
                    assertThat(change.who()).as("%s of %s", change, id).isNotEqualTo(writer);
                    approved = true;
                }
                case "release" -> assertThat(approved).as("%s of %s", change, id).isTrue();
                default -> {}
            }
        }
    }

    /** No change follows a kill, and nothing that is reported brings the article back. */
    void assertNothingFollowsAKill() {
        var after = history.stream().dropWhile(past -> !past.step().equals("kill")).toList();
        assertThat(after)
                .as("from the kill of %s on", id)
                .allMatch(PastStep::leavesKilled)
                .filteredOn(PastStep::isChange)
                .hasSizeLessThanOrEqualTo(1);
    }

    /** The article has the headline that the history leads to. */
    void assertHasTheLastHeadline() {
        String present = null;
        String released = null;
        for (var change : changes) {
            switch (change.step()) {
                case "create", "edit" -> present = attemptOf(change).orElseThrow().headline();
                case "release" -> released = present;
                case "correct" -> present = released;
                default -> {}
            }
        }
        assertThat(article.path("headline").asText()).as("headline of %s", id).isEqualTo(present);
    }

    /** An event for each revision, in their order; one that was sent again is the same event. */
    void assertIsToldIn(Map<String, List<LifecycleRecord>> log) {
        Map<Long, String> first = new HashMap<>();
        List<Long> order = new ArrayList<>();
        for (var event : log.getOrDefault(id, List.of())) {
            if (first.putIfAbsent(event.revision(), event.id()) == null) {
                order.add(event.revision());
            }
            assertThat(event.id()).as("%s of %s", event, id).isEqualTo(first.get(event.revision()));
        }
        assertThat(order)
                .as("events of %s", id)
                .containsExactlyElementsOf(changes.stream().map(PastStep::made).toList());
    }

    private Optional<Attempt> attemptOf(PastStep change) {
        return attempts.stream().filter(attempt -> attempt.isTold(change)).findFirst();
    }
}
