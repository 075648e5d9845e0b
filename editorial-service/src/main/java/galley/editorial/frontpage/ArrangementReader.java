package galley.editorial.frontpage;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import galley.editorial.article.Articles;
import galley.editorial.content.Times;
import galley.events.Arrangement;
import galley.events.Pin;
import galley.kit.json.StrictJson;
import galley.kit.problem.FieldError;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/**
 * Reads arrangements as they are sent: {@code {"size": 30, "pins": [{"article": "…", "position": 1,
 * "until": null}], "order": "newest"}}, or with {@code "order": {"articles": ["…"]}}.
 */
@ApplicationScoped
class ArrangementReader {
    private static final int DEFAULT_SIZE = 30;

    /** As many as any list answers at once. */
    private static final int MOST = 100;

    private final Articles articles;
    private final Clock clock;

    ArrangementReader(Articles articles, Clock clock) {
        this.articles = articles;
        this.clock = clock;
    }

    /**
     * Reads a body. What is absent is the newest {@value #DEFAULT_SIZE} articles without pins.
     *
     * @throws Problem 400, or 422 that names each article that there is not or that comes twice,
     *     each position that is taken or off the page, and each end that has passed
     */
    Arrangement read(byte[] body) {
        JsonNode json = StrictJson.read(body);
        if (!(json instanceof ObjectNode members)) {
            throw Problems.unprocessable("", "An arrangement is a JSON object.");
        }
        Sent sent = bind(members);
        int size = sent.size() == null ? DEFAULT_SIZE : sent.size();
        List<SentPin> pins = orNone(sent.pins());
        List<UUID> order = sent.order() == null ? List.of() : orNone(sent.order().articles());
        requireBounds(size, pins, order);
        List<FieldError> errors = new ArrayList<>();
        checkPins(pins, size, errors);
        checkOrder(order, errors);
        if (!errors.isEmpty()) {
            throw Problems.unprocessable(errors);
        }
        return new Arrangement(size, pins.stream().map(SentPin::pin).toList(), order);
    }

    private static Sent bind(ObjectNode json) {
        JsonNode order = json.path("order");
        if (order.isTextual()) {
            if (!order.textValue().equals(ArrangementView.NEWEST)) {
                throw Problems.unprocessable(
                        "order", "It is \"newest\", or an object with articles.");
            }
            json.remove("order");
        }
        for (int i = 0; i < json.path("pins").size(); i++) {
            if (json.path("pins").path(i).path("until").isNumber()) {
                // Jackson would take a number for seconds
                throw Problems.unprocessable(
                        "pins[%d].until".formatted(i), "A time is text as in RFC 3339.");
            }
        }
        return StrictJson.bind(json, Sent.class);
    }

    private static void requireBounds(int size, List<SentPin> pins, List<UUID> order) {
        if (size < 1 || size > MOST) {
            throw Problems.unprocessable("size", "It is from 1 to %d.".formatted(MOST));
        }
        if (pins.size() > size) {
            throw Problems.unprocessable("pins", "There are more pins than places.");
        }
        if (order.size() > MOST) {
            throw Problems.unprocessable(
                    "order.articles", "It has at most %d articles.".formatted(MOST));
        }
    }

    private void checkPins(List<SentPin> pins, int size, List<FieldError> errors) {
        Set<UUID> present =
                articles.present(
                        pins.stream().map(SentPin::article).filter(Objects::nonNull).toList());
        Set<UUID> pinned = new HashSet<>();
        Set<Integer> taken = new HashSet<>();
        Instant now = clock.instant();
        for (int i = 0; i < pins.size(); i++) {
            SentPin pin = pins.get(i);
            String field = "pins[%d].".formatted(i);
            checkArticle(field + "article", pin.article(), present, pinned, errors);
            if (pin.position() == null || pin.position() < 1 || pin.position() > size) {
                errors.add(
                        new FieldError(
                                field + "position",
                                "It is from 1 to %d, the size.".formatted(size)));
            } else if (!taken.add(pin.position())) {
                errors.add(new FieldError(field + "position", "Another pin has this position."));
            }
            if (pin.until() != null && !pin.until().isAfter(now)) {
                errors.add(new FieldError(field + "until", "This time has passed."));
            } else if (pin.until() != null && !Times.isWritable(pin.until())) {
                errors.add(new FieldError(field + "until", "A year has four digits."));
            }
        }
    }

    private void checkOrder(List<UUID> order, List<FieldError> errors) {
        Set<UUID> present = articles.present(order);
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < order.size(); i++) {
            checkArticle("order.articles[%d]".formatted(i), order.get(i), present, seen, errors);
        }
    }

    private static void checkArticle(
            String field,
            UUID article,
            Set<UUID> present,
            Set<UUID> seen,
            List<FieldError> errors) {
        if (article == null || !present.contains(article)) {
            errors.add(new FieldError(field, "There is no article with this id."));
        } else if (!seen.add(article)) {
            errors.add(new FieldError(field, "This article is named twice."));
        }
    }

    private static <T> List<T> orNone(List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }

    private record Sent(Integer size, List<SentPin> pins, SentOrder order) {}

    private record SentOrder(List<UUID> articles) {}

    private record SentPin(UUID article, Integer position, Instant until) {
        Pin pin() {
            return new Pin(article, position, until == null ? null : Times.asStored(until));
        }
    }
}
