package galley.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class SchemasRejectTest {

    static List<Object> events() {
        return Examples.full();
    }

    @ParameterizedTest
    @MethodSource("events")
    void fieldsThatTheyDoNotKnowAtAnyDepth(Object event) {
        JsonNode json = Wire.write(event);
        for (JsonPointer object : objects(json)) {
            JsonNode changed = json.deepCopy();
            ((ObjectNode) changed.at(object)).put("unheardOf", true);
            assertThat(Schemas.errors(Wire.schemaOf(event), changed)).as(object + "").isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void anyFieldThatIsMissingAtAnyDepth(Object event) {
        if (event instanceof Ninjs) {
            return; // leaves out what it does not have
        }
        JsonNode json = Wire.write(event);
        for (JsonPointer object : objects(json)) {
            json.at(object)
                    .fieldNames()
                    .forEachRemaining(
                            field -> {
                                JsonNode changed = json.deepCopy();
                                ((ObjectNode) changed.at(object)).remove(field);
                                assertThat(Schemas.errors(Wire.schemaOf(event), changed))
                                        .as(object + "/" + field)
                                        .isNotEmpty();
                            });
        }
    }

    @Test
    void aPublishedDocumentWithoutIdentityVersionOrStatus() {
        Ninjs event = example(Ninjs.class);
        for (String field : List.of("standard", "uri", "type", "version", "pubStatus")) {
            ObjectNode changed = Wire.write(event).deepCopy();
            changed.remove(field);
            assertThat(Schemas.errors(Wire.schemaOf(event), changed)).as(field).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "galley.events.ArticleKilled, /article/kind, poem",
        "galley.events.ArticleKilled, /article/workflow, forgotten",
        "galley.events.ArticleKilled, /article/publication, dead",
        "galley.events.ArticleKilled, /article/parts/0/type, poem",
        "galley.events.ArticleKilled, /article/parts/3/kind, smell",
        "galley.events.ArticleKilled, /article/parts/3/url, the pier",
        "galley.events.ArticleKilled, /article/parts/1/dateline/date, May 20",
        "galley.events.ArticleKilled, /article/parts/3/picture/hash, 17",
        "galley.events.ArticleKilled, /article/parts/3/picture/type, image/svg+xml",
        "galley.events.ArticleKilled, /article/id, 17",
        "galley.events.ArticleKilled, /article/revision, one",
        "galley.events.ArticleKilled, /article/url, night ferry",
        "galley.events.ArticleKilled, /article/embargoedUntil, noon",
        "galley.events.ArticleKilled, /article/publishedAt, 2026-05-20",
        "galley.events.ArticleKilled, /article/provenance/rawSha256, abc",
        "galley.events.ArticleKilled, /decision/actor, Ana Lobo",
        "galley.events.ArticleKilled, /decision/at, 1779269415",
        "galley.events.ArticleIngested, /articleId, 17",
        "galley.events.ArticleIngested, /content/type, poem",
        "galley.events.ArticleIngested, /content/pubStatus, killed",
        "galley.events.ArticleIngested, /content/media/0/kind, smell",
        "galley.events.ArticleIngested, /content/versionCreated, noon",
        "galley.events.ArticleWentLive, /url, night ferry",
        "galley.events.ArticleWentLive, /at, noon",
        "galley.events.ArticleTakenDown, /articleId, 17",
        "galley.events.SubscribersReported, /receipts/0/state, lost",
        "galley.events.PageArranged, /page, sections",
        "galley.events.PageArranged, /page, sections/The Coast",
        "galley.events.PageArranged, /arrangement/pins/0/article, 17",
        "galley.events.PageArranged, /arrangement/pins/0/until, noon",
        "galley.events.PageArranged, /arrangement/size, many",
        "galley.events.PageArranged, /decision/actor, Ana Lobo",
        "galley.events.Ninjs, /uri, https://news.example/articles/night-ferry",
        "galley.events.Ninjs, /pubStatus, cancelled",
        "galley.events.Ninjs, /version, 1.0",
        "galley.events.Ninjs, /renditions/0/href, night ferry"
    })
    void wrongValues(Class<?> type, String field, String value) {
        Object event = example(type);
        JsonNode changed = Wire.write(event).deepCopy();
        JsonPointer pointer = JsonPointer.compile(field);
        ((ObjectNode) changed.at(pointer.head())).put(pointer.last().getMatchingProperty(), value);
        assertThat(Schemas.errors(Wire.schemaOf(event), changed)).isNotEmpty();
    }

    private static <T> T example(Class<T> type) {
        return Examples.full().stream().filter(type::isInstance).map(type::cast).findAny().get();
    }

    private static List<JsonPointer> objects(JsonNode json) {
        var found = new ArrayList<JsonPointer>();
        collect(json, JsonPointer.empty(), found);
        return found;
    }

    private static void collect(JsonNode json, JsonPointer at, List<JsonPointer> found) {
        if (json.isObject()) {
            found.add(at);
            for (Map.Entry<String, JsonNode> field : json.properties()) {
                collect(field.getValue(), at.appendProperty(field.getKey()), found);
            }
        }
        for (int i = 0; json.isArray() && i < json.size(); i++) {
            collect(json.get(i), at.appendIndex(i), found);
        }
    }
}
