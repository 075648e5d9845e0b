package galley.editorial.bulk;

import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import galley.editorial.bulk.BulkAnswer.Each;
import galley.editorial.bulk.BulkRequest.Item;
import galley.kit.problem.Problems;

import static org.assertj.core.api.Assertions.assertThat;

/** What many decisions answer when one of them fails here. */
class BulkAnswerTest {
    private final Item refused = new Item(UUID.randomUUID(), 1L);
    private final Item failing = new Item(UUID.randomUUID(), 1L);
    private final Item last = new Item(UUID.randomUUID(), 1L);

    @Test
    void aFailureKeepsNobodyFromLearningOfTheOthers() {
        BulkAnswer answer =
                BulkAnswer.of(
                        List.of(refused, failing, last),
                        item -> {
                            if (item.equals(failing)) {
                                throw new IllegalStateException("A fault of ours");
                            }
                            throw Problems.notFound("There is none.");
                        });
        assertThat(answer.items()).extracting(Each::status).containsExactly(404, 500, 404);
        assertThat(answer.items().get(1).problem().toString()).doesNotContain("A fault of ours");
    }

    @Test
    void whileTheDatabaseIsAwayTheRestIsNotTried() {
        List<Item> tried = new ArrayList<>();
        BulkAnswer answer =
                BulkAnswer.of(
                        List.of(failing, refused, last),
                        item -> {
                            tried.add(item);
                            throw new IllegalStateException(
                                    new SQLTransientConnectionException("gone"));
                        });
        assertThat(answer.items()).extracting(Each::status).containsExactly(503, 503, 503);
        assertThat(answer.items()).extracting(Each::id).contains(last.id());
        assertThat(tried).containsExactly(failing);
    }
}
