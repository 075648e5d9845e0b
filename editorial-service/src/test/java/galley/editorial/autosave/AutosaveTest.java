package galley.editorial.autosave;

import org.junit.jupiter.api.Test;

import galley.editorial.Api;
import galley.editorial.OnServers;

import static org.assertj.core.api.Assertions.assertThat;

/** What is written and not saved. */
@OnServers
class AutosaveTest {
    private final Api wim = Api.as("writer", "wim");
    private final Api ana = Api.as("writer", "ana");

    private static String autosave(String id) {
        return "/v1/articles/" + id + "/autosave";
    }

    @Test
    void itIsKeptForItsWriterAloneAndMakesNoRevision() {
        String id = wim.create("Half a sentence");
        keep(wim, id, "{\"headline\": \"Half a\", \"parts\": \"not yet\"}").expect(204);
        keep(wim, id, "{\"headline\": \"Half a sent\"}").expect(204);
        var kept = wim.get(autosave(id)).expect(200).json();
        assertThat(kept.at("/content/headline").asText()).isEqualTo("Half a sent");
        assertThat(kept.path("baseRevision").asLong()).isEqualTo(1);
        ana.get(autosave(id)).problem(404, "not-found");
        assertThat(wim.get("/v1/articles/" + id).header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void aSaveOfOthersDoesNotLoseIt() {
        String id = wim.create("Two writers");
        ana.patch(id, "{\"standfirst\": \"Mine\"}").expect(200);
        keep(wim, id, "{\"headline\": \"Two writers meet\"}").expect(204);
        var kept = wim.get(autosave(id)).expect(200).json();
        assertThat(kept.path("baseRevision").asLong()).isEqualTo(1);
        assertThat(kept.path("presentRevision").asLong()).isEqualTo(2);
    }

    @Test
    void itEndsWithASaveOrWhenItIsNotWanted() {
        String id = wim.create("Saved");
        keep(wim, id, "{\"headline\": \"Saved at\"}").expect(204);
        wim.patch(id, "{\"headline\": \"Saved at last\"}").expect(200);
        wim.get(autosave(id)).problem(404, "not-found");
        keep(wim, id, "{\"headline\": \"No\"}").expect(204);
        wim.send("DELETE", autosave(id), null).expect(204);
        wim.get(autosave(id)).problem(404, "not-found");
    }

    @Test
    void aSaveOfSomethingElseDoesNotEndIt() {
        String id = wim.create("Long text");
        keep(wim, id, "{\"headline\": \"Long text\", \"standfirst\": \"Typed for an hour\"}")
                .expect(204);
        wim.patch(id, "{\"tags\": [\"ports\"]}").expect(200);
        var kept = wim.get(autosave(id)).expect(200).json();
        assertThat(kept.at("/content/standfirst").asText()).isEqualTo("Typed for an hour");
        wim.patch(id, "{\"standfirst\": \"Typed for an hour\"}").expect(200);
        wim.get(autosave(id)).problem(404, "not-found");
    }

    @Test
    void whatIsNoArticleIsRefused() {
        String id = wim.create("Wrong");
        keep(wim, id, "[]").problem(422, "unprocessable");
        keep(wim, id, "{").problem(400, "malformed-json");
        keep(wim, id, "{\"head\\u0000line\": 1}").problem(422, "unprocessable");
        wim.send("PUT", autosave(id), "{}").problem(428, "precondition-required");
        keep(wim, "0198c2f0-5a00-7c41-9f3e-2b8d6e1a4c77", "{}").problem(404, "not-found");
    }

    private static Api.Answer keep(Api api, String id, String content) {
        return api.send("PUT", autosave(id), content, "If-Match", "\"1\"");
    }
}
