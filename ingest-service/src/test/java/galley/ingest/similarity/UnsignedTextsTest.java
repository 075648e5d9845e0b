package galley.ingest.similarity;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.Test;

import galley.ingest.OnServers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is said of items that came before texts were signed. */
@OnServers
class UnsignedTextsTest extends SimilarityCase {
    @Test
    void whatCameBeforeTextsWereSignedIsFoundInTime() {
        var first = push(wire, "1", text);
        unsign(first);
        var copy = push(other, "1", text);
        await().untilAsserted(
                        () -> assertThat(similar(copy)).containsExactly(idOf(first) + " 1.0"));
        assertThat(similar(first)).containsExactly(idOf(copy) + " 1.0");
    }

    @Test
    void anEditOfWhatCameBeforeTextsWereSignedIsStillNoDuplicateOfItsCopies() {
        var first = push(wire, "1", text);
        unsign(first);
        var copy = push(other, "1", text);
        assertThat(duplicateOf(push(wire, "1", Prose.edited(text)))).isNull();
        assertThat(similar(copy)).hasSize(1);
    }

    /** Makes an item as it would be from before. */
    private void unsign(JsonNode item) {
        var id = UUID.fromString(idOf(item));
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            for (var statement :
                                    List.of(
                                            "delete from similarity_band where item_id = :item",
                                            "delete from similarity_signature where item_id ="
                                                    + " :item",
                                            "insert into similarity_unsigned values (:item)")) {
                                entities.createNativeQuery(statement)
                                        .setParameter("item", id)
                                        .executeUpdate();
                            }
                        });
    }
}
