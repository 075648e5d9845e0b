package galley.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;

/**
 * Another site that keeps a copy of every article it is told of, as the rules for subscribers say:
 * it checks each signature, passes over what is not newer than what it has, and deletes what is
 * withdrawn. Thread-safe.
 */
final class Subscriber {
    private static final String ID = "webhook-id";

    private final Manner manner;
    private final Map<String, Copy> copies = new HashMap<>();
    private final Map<String, Long> told = new HashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private Webhook signature;

    /** How it takes what it is sent. */
    enum Manner {
        /** At once. */
        QUICK,
        /** After a while. */
        SLOW,
        /** Its server answers that it is not well. */
        ILL,
        /** Its server takes connections and answers nothing. */
        SILENT,
        /** Nobody listens at its address. */
        AWAY;

        boolean isAlive() {
            return this == QUICK || this == SLOW;
        }
    }

    /** What a site has of an article. */
    record Copy(int version, String headline) {}

    Subscriber(Manner manner) {
        this.manner = manner;
    }

    Manner manner() {
        return manner;
    }

    /**
     * Has subscribed.
     *
     * @param secret as the platform gave it
     */
    synchronized void isTold(String secret) {
        signature = new Webhook(secret);
    }

    /** Takes what it is sent. */
    synchronized void take(Map<String, List<String>> headers, String text) {
        try {
            signature.verify(text, HttpHeaders.of(headers, (_, _) -> true));
        } catch (WebhookVerificationException e) {
            complaints.add("Not signed: " + e.getMessage());
            return;
        }
        JsonNode event = read(text);
        JsonNode data = event.path("data");
        String article = data.path("articleId").asText();
        long revision = data.path("revision").asLong();
        long before = told.getOrDefault(article, 0L);
        if (revision < before) {
            complaints.add(
                    "%s %s: revision %d after %d"
                            .formatted(first(headers, ID), article, revision, before));
            return;
        }
        told.put(article, revision);
        if (event.path("type").asText().equals("article.withdrawn")) {
            copies.remove(article);
        } else {
            copies.put(
                    article,
                    new Copy(
                            data.path("version").asInt(),
                            data.at("/document/headlines/0/value").asText()));
        }
    }

    /** What it has, by the article's id. */
    synchronized Map<String, Copy> copies() {
        return Map.copyOf(copies);
    }

    /** What was wrong with what it was sent: signatures, or the order. */
    synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }

    private static String first(Map<String, List<String>> headers, String name) {
        return headers.entrySet().stream()
                .filter(it -> it.getKey().equalsIgnoreCase(name))
                .map(it -> it.getValue().getFirst())
                .findFirst()
                .orElse("");
    }

    private static JsonNode read(String text) {
        try {
            return Caller.JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
