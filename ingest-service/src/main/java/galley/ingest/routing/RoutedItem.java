package galley.ingest.routing;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import galley.events.ItemContent;
import galley.kit.html.SafeHtml;

/** An item as conditions see it: its texts are put into their form once for all rules. */
final class RoutedItem {
    private final ItemContent content;
    private final Map<Field, List<String>> normal = new EnumMap<>(Field.class);

    RoutedItem(ItemContent content) {
        this.content = content;
    }

    /** What meets a condition, in words for a log of decisions; empty where nothing does. */
    Optional<String> meets(Condition condition) {
        var field = Field.named(condition.field()).orElseThrow();
        var found = met(condition, field);
        if (Boolean.TRUE.equals(condition.not())) {
            return found.isPresent()
                    ? Optional.empty()
                    : Optional.of(field.wireName() + " is otherwise");
        }
        return found.map(what -> field.wireName() + ": " + what);
    }

    private Optional<String> met(Condition condition, Field field) {
        Optional<String> found = Optional.of("");
        if (!condition.contains().isEmpty()) {
            found = found.flatMap(_ -> phraseIn(condition, field));
        }
        if (!condition.is().isEmpty()) {
            found = found.flatMap(_ -> valueOf(condition, field));
        }
        if (field.isNumber()) {
            found = found.flatMap(_ -> numberOf(condition, field));
        }
        return found;
    }

    private Optional<String> phraseIn(Condition condition, Field field) {
        return condition.contains().stream()
                .filter(
                        phrase ->
                                normal(field).stream()
                                        .anyMatch(
                                                text ->
                                                        Phrases.stands(
                                                                Phrases.normal(phrase), text)))
                .findFirst();
    }

    private Optional<String> valueOf(Condition condition, Field field) {
        return condition.is().stream()
                .filter(
                        wanted ->
                                field.of(content).stream()
                                        .anyMatch(value -> isValue(field, value, wanted)))
                .findFirst();
    }

    private static boolean isValue(Field field, String value, String wanted) {
        if (field == Field.LANGUAGE) {
            var tag = value.toLowerCase(Locale.ROOT);
            var range = wanted.toLowerCase(Locale.ROOT);
            return tag.equals(range) || tag.startsWith(range + "-");
        }
        return Phrases.normal(value).equals(Phrases.normal(wanted));
    }

    private Optional<String> numberOf(Condition condition, Field field) {
        if (condition.atLeast() == null && condition.atMost() == null) {
            return Optional.of("");
        }
        return field.of(content).stream()
                .filter(
                        number -> {
                            int value = Integer.parseInt(number);
                            return (condition.atLeast() == null || value >= condition.atLeast())
                                    && (condition.atMost() == null || value <= condition.atMost());
                        })
                .findFirst();
    }

    private List<String> normal(Field field) {
        return normal.computeIfAbsent(
                field,
                key ->
                        key.of(content).stream()
                                .map(RoutedItem::plain)
                                .map(Phrases::normal)
                                .toList());
    }

    private static String plain(String text) {
        return text.indexOf('<') < 0 && text.indexOf('&') < 0 ? text : SafeHtml.toText(text);
    }
}
