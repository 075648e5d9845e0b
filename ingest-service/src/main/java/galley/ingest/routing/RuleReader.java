package galley.ingest.routing;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import galley.ingest.format.PlainText;
import galley.kit.problem.FieldError;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** Reads rules that clients send, and collects all that is wrong with them. */
final class RuleReader {
    private static final int USUAL_PLACE = 100;
    private static final int MAX_CONDITIONS = 50;
    private static final int MAX_WORDS = 500;
    private static final int MAX_LENGTH = 200;

    private final List<FieldError> errors = new ArrayList<>();

    private RuleReader() {}

    /**
     * The settings of a rule.
     *
     * @throws Problem 422 that names every error
     */
    static RuleSettings read(NewRule sent) {
        var reader = new RuleReader();
        var settings = reader.settings(sent);
        if (!reader.errors.isEmpty()) {
            throw Problems.unprocessable(reader.errors);
        }
        return settings;
    }

    private RuleSettings settings(NewRule sent) {
        var name = PlainText.line(sent.name());
        if (name.isEmpty() || name.length() > MAX_LENGTH) {
            error("name", "A rule has a name of at most 200 characters.");
        }
        var conditions = sent.when() == null ? List.<Condition>of() : sent.when();
        if (conditions.size() > MAX_CONDITIONS) {
            error("when", "A rule has at most 50 conditions.");
        }
        for (int i = 0; i < conditions.size(); i++) {
            check("when[" + i + "]", conditions.get(i));
        }
        if (sent.hours() != null) {
            check(sent.hours());
        }
        return new RuleSettings(
                name,
                sent.source(),
                sent.order() == null ? USUAL_PLACE : sent.order(),
                !Boolean.FALSE.equals(sent.enabled()),
                List.copyOf(conditions),
                sent.hours(),
                actions(sent.then()));
    }

    private void check(String at, Condition condition) {
        var field = Field.named(condition.field() == null ? "" : condition.field());
        if (field.isEmpty()) {
            error(at + ".field", "The fields are " + fields() + ".");
            return;
        }
        checkWords(at + ".contains", condition.contains());
        checkWords(at + ".is", condition.is());
        boolean numeric = condition.atLeast() != null || condition.atMost() != null;
        if (numeric && !field.get().isNumber()) {
            error(at, "Only urgency, priority and wordCount are numbers.");
        }
        if (!numeric && condition.contains().isEmpty() && condition.is().isEmpty()) {
            error(at, "A condition demands something: contains, is, atLeast or atMost.");
        }
    }

    private void checkWords(String at, List<String> words) {
        if (words.size() > MAX_WORDS) {
            error(at, "There are at most 500 of them.");
        }
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i) == null ? "" : Phrases.normal(words.get(i));
            if (word.isEmpty() || word.equals("*") || word.length() > MAX_LENGTH) {
                error(at + "[" + i + "]", "It has 1 to 200 characters.");
            }
        }
    }

    private void check(Hours hours) {
        try {
            ZoneId.of(hours.zone() == null ? "" : hours.zone());
        } catch (DateTimeException e) {
            error("hours.zone", "zone is a time zone such as Europe/Lisbon.");
        }
        if (hours.windows().isEmpty()) {
            error("hours.windows", "There is at least one.");
        }
        for (int i = 0; i < hours.windows().size(); i++) {
            var window = hours.windows().get(i);
            var at = "hours.windows[" + i + "].";
            checkTime(at + "from", window.from());
            checkTime(at + "to", window.to());
            if (!window.days().stream().allMatch(RuleReader::isDay)) {
                error(at + "days", "Days are named monday to sunday.");
            }
        }
    }

    private void checkTime(String at, String time) {
        try {
            if (time != null) {
                LocalTime.parse(time);
            }
        } catch (DateTimeException e) {
            error(at, "A time is written such as 08:00.");
        }
    }

    private static boolean isDay(String name) {
        return name != null
                && Arrays.stream(DayOfWeek.values())
                        .anyMatch(day -> day.name().equals(name.toUpperCase(Locale.ROOT)));
    }

    private Actions actions(Actions sent) {
        if (sent == null || sent.isIdle()) {
            error("then", "A rule does something.");
            return sent;
        }
        if (sent.priority() != null && (sent.priority() < 1 || sent.priority() > 9)) {
            error("then.priority", "priority is from 1 to 9.");
        }
        var tags = sent.tags().stream().map(PlainText::line).filter(tag -> !tag.isEmpty()).toList();
        checkLength("then.desk", sent.desk());
        checkLength("then.section", sent.section());
        tags.forEach(tag -> checkLength("then.tags", tag));
        return new Actions(
                PlainText.lineOrNull(sent.desk()),
                PlainText.lineOrNull(sent.section()),
                tags,
                sent.priority(),
                sent.submit(),
                sent.release());
    }

    private void checkLength(String field, String text) {
        if (text != null && text.length() > MAX_LENGTH) {
            error(field, "It has at most 200 characters.");
        }
    }

    private static String fields() {
        return Arrays.stream(Field.values()).map(Field::wireName).collect(Collectors.joining(", "));
    }

    private void error(String field, String message) {
        errors.add(new FieldError(field, message));
    }
}
