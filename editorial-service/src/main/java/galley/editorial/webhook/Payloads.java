package galley.editorial.webhook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import galley.editorial.article.ArticleChanged;

/** Puts what happened into the form that each tool takes. */
@ApplicationScoped
class Payloads {
    private final ObjectMapper json;

    Payloads(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The body to send.
     *
     * @param name how whoever did it is called; null where that is not known
     */
    byte[] of(Template template, ArticleChanged change, String name) {
        Object body =
                switch (template) {
                    case SLACK -> Map.of("text", slack(change, name));
                    case MATTERMOST -> Map.of("text", markdown(change, name));
                    case TEAMS -> teams(change, name);
                    case JSON -> own(change, name);
                };
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A body that can't be written as JSON", e);
        }
    }

    private static String slack(ArticleChanged change, String name) {
        String text =
                "“%s” — %s"
                        .formatted(
                                Escapes.slack(Wording.headline(change)),
                                Escapes.slack(Wording.happening(change, name)));
        return change.url() == null
                ? text
                : "%s <%s|Read it>".formatted(text, Escapes.slack(change.url()));
    }

    private static String markdown(ArticleChanged change, String name) {
        String text = sentence(change, name);
        return change.url() == null ? text : "%s [Read it](<%s>)".formatted(text, change.url());
    }

    private static String sentence(ArticleChanged change, String name) {
        return "“%s” — %s"
                .formatted(
                        Escapes.markdown(Wording.headline(change)),
                        Escapes.markdown(Wording.happening(change, name)));
    }

    private static Map<String, Object> teams(ArticleChanged change, String name) {
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        card.put("type", "AdaptiveCard");
        card.put("version", "1.4");
        card.put(
                "body",
                List.of(Map.of("type", "TextBlock", "text", sentence(change, name), "wrap", true)));
        if (change.url() != null) {
            card.put(
                    "actions",
                    List.of(
                            Map.of(
                                    "type", "Action.OpenUrl",
                                    "title", "Read it",
                                    "url", change.url())));
        }
        Map<String, Object> attachment =
                Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card);
        return Map.of("type", "message", "attachments", List.of(attachment));
    }

    private static Map<String, Object> own(ArticleChanged change, String name) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("article", change.article());
        data.put("revision", change.revision());
        data.put("step", change.step());
        data.put("workflow", change.workflow());
        data.put("publication", change.publication());
        data.put("headline", change.headline());
        data.put("desk", change.desk());
        data.put("assignee", change.assignee());
        data.put("url", change.url());
        data.put("actor", change.actor());
        data.put("name", name);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "article." + change.step());
        body.put("timestamp", change.at());
        body.put("data", data);
        return body;
    }
}
