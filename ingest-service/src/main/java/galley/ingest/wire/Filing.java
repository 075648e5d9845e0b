package galley.ingest.wire;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import galley.events.Dateline;
import galley.ingest.format.FeedDate;
import galley.ingest.format.ItemDraft;
import galley.ingest.format.PlainText;

/**
 * What an item's metadata say of where, when and by which agency it was filed. A dateline in the
 * text itself says it better, and is known by what stands here.
 */
final class Filing {
    private static final Pattern DAY = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})");

    /** The dateline as a property of its own, or null. */
    String text;

    /** The place that the metadata name, or null. */
    String place;

    /** The day that the metadata name, or null. */
    LocalDate date;

    /** Names of the agencies that may stand in the dateline. */
    final List<String> agencies = new ArrayList<>();

    /**
     * Whether a text starts with this dateline, rather than with other words of the same form: the
     * metadata know its agency or its place.
     */
    boolean knows(Dateline dateline) {
        return agencies.stream().anyMatch(name -> hasWord(name, dateline.agency()))
                || Stream.of(place, text)
                        .anyMatch(
                                known ->
                                        contains(known, dateline.place())
                                                || contains(dateline.place(), known));
    }

    /** Whether a name is that of an agency that the metadata know. */
    boolean isAgency(String name) {
        return agencies.stream().anyMatch(name::equalsIgnoreCase);
    }

    /** Whether the text has a word or a name, and not only as a part of another. */
    private static boolean hasWord(String text, String word) {
        return text != null
                && word != null
                && Pattern.compile("(?iu)(?<!\\p{L})" + Pattern.quote(word) + "(?!\\p{L})")
                        .matcher(text)
                        .find();
    }

    private static boolean contains(String text, String part) {
        return text != null
                && part != null
                && !part.isBlank()
                && text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    /**
     * The day that a time names in its own zone, however it is written; null when there is none.
     */
    static LocalDate dayOf(String time) {
        var day = DAY.matcher(time == null ? "" : time.strip());
        if (!day.lookingAt() || FeedDate.parse(time) == null) {
            return null;
        }
        return LocalDate.parse(day.group(1) + "-" + day.group(2) + "-" + day.group(3));
    }

    /** The dateline of a draft whose text has none, as the metadata have it; or null. */
    Dateline dateline(ItemDraft draft) {
        var line = PlainText.line(text);
        // Some agencies write a time where the standards want a dateline.
        boolean isTime = FeedDate.parse(line) != null;
        boolean isDateline =
                !isTime
                        && line.length() <= DatelineText.LONGEST
                        && line.codePoints().anyMatch(Character::isLetter);
        if (isDateline) {
            return complete(DatelineText.parse(line, about(draft)));
        }
        var where = PlainText.lineOrNull(place);
        var day = isTime ? dayOf(line) : date;
        return where == null ? null : new Dateline(where, day == null ? date : day, null, null);
    }

    /** A dateline that was found in the text, with what only the metadata say. */
    Dateline complete(Dateline found) {
        var where = found.place() == null ? PlainText.lineOrNull(place) : found.place();
        return new Dateline(
                where, found.date() == null ? date : found.date(), found.agency(), found.text());
    }

    /** A day near that of the report; null when the item has no time. */
    LocalDate about(ItemDraft draft) {
        return date != null
                ? date
                : Stream.of(draft.versionCreated, draft.firstCreated)
                        .filter(Objects::nonNull)
                        .map(time -> time.atZone(ZoneOffset.UTC).toLocalDate())
                        .findFirst()
                        .orElse(null);
    }
}
