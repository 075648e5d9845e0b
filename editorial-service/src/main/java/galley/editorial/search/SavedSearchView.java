package galley.editorial.search;

import java.net.URLEncoder;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;

import galley.kit.json.StrictJson;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A saved search as its owner sees it.
 *
 * @param query the parameters of a list, by their names
 * @param notifies whether the owner is told of each article that begins to match
 * @param href the list of what matches now
 */
public record SavedSearchView(
        UUID id,
        String name,
        SearchParameters query,
        @JsonProperty("notify") boolean notifies,
        Instant createdAt,
        String href) {

    /**
     * A search, with people named as its owner did.
     *
     * @param logins by pseudonym; without those who were erased
     */
    static SavedSearchView of(SavedSearch search, Map<String, String> logins) {
        String login = search.query.assignee == null ? null : logins.get(search.query.assignee);
        SearchParameters query = login == null ? search.query : search.query.withAssignee(login);
        return new SavedSearchView(
                search.id,
                search.name,
                query,
                search.notifies,
                search.createdAt,
                "/v1/articles?" + parameters(query));
    }

    private static String parameters(SearchParameters query) {
        return StrictJson.treeOf(query).properties().stream()
                .flatMap(SavedSearchView::parameter)
                .collect(Collectors.joining("&"));
    }

    private static Stream<String> parameter(Map.Entry<String, JsonNode> parameter) {
        JsonNode value = parameter.getValue();
        Stream<JsonNode> values = value.isArray() ? value.valueStream() : Stream.of(value);
        return values.map(one -> parameter.getKey() + "=" + URLEncoder.encode(one.asText(), UTF_8));
    }
}
