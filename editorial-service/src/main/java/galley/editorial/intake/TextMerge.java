package galley.editorial.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

import galley.editorial.comment.PartTexts;
import galley.editorial.content.Content;
import galley.editorial.content.LeadingText;
import galley.events.Part;
import galley.events.TeaserBreak;
import galley.kit.html.Blocks;

/**
 * Brings the blocks that a source changed into the texts that the staff made of them. A block that
 * the staff left as it came is found in whatever part it stands now.
 */
final class TextMerge {
    /** More blocks would take too long to compare; they count as one that changed. */
    private static final int MAX_BLOCKS = 10_000;

    private final List<String> before;
    private final List<String> source;
    private final Content present;
    private final FieldMerge fields;
    private final Map<String, List<Place>> parts = new LinkedHashMap<>();
    private final Map<String, List<Place>> places = new HashMap<>();

    private TextMerge(String before, String source, Content present, FieldMerge fields) {
        List<String> datelines = datelines(present);
        this.before = blocks(before, datelines);
        this.source = blocks(source, datelines);
        this.present = present;
        this.fields = fields;
        for (Part part : present.parts()) {
            PartTexts.body(present, part.id())
                    .ifPresent(body -> add(part.id(), blocks(body, List.of())));
        }
    }

    private void add(String part, List<String> blocks) {
        List<Place> own = new ArrayList<>();
        for (String block : blocks) {
            Place place = new Place(part, own.size(), block);
            own.add(place);
            places.computeIfAbsent(block, _ -> new ArrayList<>()).add(place);
        }
        parts.put(part, own);
    }

    /**
     * The content with the source's changes to its text.
     *
     * @param before the body as the source had it when it was last taken
     * @param source the body as the source has it now
     * @param present the content as the staff has it
     * @param fields notes what can't be brought in, as the staff changed it too
     */
    static Content of(String before, String source, Content present, FieldMerge fields) {
        if (before.equals(source)) {
            return present;
        }
        TextMerge merge = new TextMerge(before, source, present, fields);
        merge.changes().forEach(merge::bring);
        return merge.result();
    }

    /**
     * Those that have left the text for the field that takes them, as the source has them still.
     */
    private static List<String> datelines(Content present) {
        return present.parts().stream()
                .filter(Part.Reprint.class::isInstance)
                .map(Part.Reprint.class::cast)
                .filter(part -> part.dateline() != null && part.dateline().text() != null)
                .filter(part -> !beginsOneOf(Blocks.of(part.body()), part.dateline().text()))
                .map(part -> part.dateline().text())
                .toList();
    }

    private static boolean beginsOneOf(Element body, String words) {
        return body.children().stream()
                .anyMatch(block -> LeadingText.of(block).startsWith(LeadingText.normal(words)));
    }

    private static List<String> blocks(String body, List<String> datelines) {
        Element blocks = Blocks.of(body);
        for (String dateline : datelines) {
            boolean _ =
                    blocks.children().stream()
                            .anyMatch(block -> LeadingText.remove(block, dateline));
        }
        return blocks.children().stream().map(Element::outerHtml).toList();
    }

    private List<Stretch> changes() {
        if (before.size() + source.size() > MAX_BLOCKS) {
            return List.of(new Stretch(0, before.size(), 0, source.size()));
        }
        List<Stretch> changes = new ArrayList<>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(before, source, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            int from = delta.getSource().getPosition();
            int newFrom = delta.getTarget().getPosition();
            Stretch change =
                    new Stretch(
                            from,
                            from + delta.getSource().size(),
                            newFrom,
                            newFrom + delta.getTarget().size());
            // a deletion and an insertion beside each other are one change
            if (!changes.isEmpty() && changes.getLast().touches(change)) {
                change = changes.removeLast().upTo(change);
            }
            changes.add(change);
        }
        return changes;
    }

    private void bring(Stretch change) {
        List<String> now = source.subList(change.newFrom(), change.newTo());
        if (change.from() == change.to()) {
            insert(change.from(), now);
        } else if (change.to() - change.from() == now.size()) {
            for (int i = 0; i < now.size(); i++) {
                replace(change.from() + i, change.from() + i + 1, List.of(now.get(i)));
            }
        } else {
            replace(change.from(), change.to(), now);
        }
    }

    private void insert(int at, List<String> now) {
        Place last = at > 0 ? place(at - 1) : null;
        Place next = at < before.size() ? place(at) : null;
        if (last != null) {
            last.now.addAll(now);
        } else if (next != null) {
            next.now.addAll(0, now);
        } else if (!stand(now)) {
            fields.conflict("text", null, String.join("", now));
        }
    }

    private void replace(int from, int to, List<String> now) {
        List<Place> found = IntStream.range(from, to).mapToObj(this::place).toList();
        if (found.contains(null) || !(now.isEmpty() || areInARow(found))) {
            if (now.isEmpty() || !stand(now)) {
                fields.conflict(
                        "text",
                        String.join("", before.subList(from, to)),
                        now.isEmpty() ? null : String.join("", now));
            }
            return;
        }
        found.forEach(place -> place.now.removeFirst());
        found.getFirst().now.addAll(0, now);
    }

    /** Where a block stands now; null where the staff changed it, or another like it. */
    private Place place(int block) {
        String text = before.get(block);
        List<Place> alike = places.getOrDefault(text, List.of());
        long all = before.stream().filter(text::equals).count();
        long earlier = before.subList(0, block).stream().filter(text::equals).count();
        return alike.size() == all ? alike.get((int) earlier) : null;
    }

    private static boolean areInARow(List<Place> places) {
        return IntStream.range(1, places.size())
                .allMatch(i -> places.get(i).isRightBehind(places.get(i - 1)));
    }

    /** Whether the staff wrote the same already. */
    private boolean stand(List<String> blocks) {
        return places.keySet().containsAll(blocks);
    }

    private Content result() {
        Content result = present;
        for (var part : parts.entrySet()) {
            List<Place> own = part.getValue();
            if (own.stream().anyMatch(Place::isChanged)) {
                String body = PartTexts.body(present, part.getKey()).orElseThrow();
                result = PartTexts.withBody(result, part.getKey(), html(body, own));
                result = withBreakIn(part.getKey(), own, result);
            }
        }
        return result;
    }

    /** What stands between the blocks stays there. */
    private static String html(String body, List<Place> places) {
        StringBuilder html = new StringBuilder();
        int block = 0;
        for (Node node : Blocks.of(body).childNodes()) {
            if (node instanceof Element) {
                places.get(block).now.forEach(html::append);
                block++;
            } else {
                html.append(node.outerHtml());
            }
        }
        return html.toString().strip();
    }

    /** The break stays between the blocks between which it stood. */
    private static Content withBreakIn(String part, List<Place> places, Content content) {
        TeaserBreak old = content.teaserBreak();
        if (old == null || !old.part().equals(part)) {
            return content;
        }
        int block = places.stream().limit(old.block()).mapToInt(place -> place.now.size()).sum();
        return content.withTeaserBreak(new TeaserBreak(part, block));
    }

    /** Blocks from one to before another, in both texts of the source. */
    private record Stretch(int from, int to, int newFrom, int newTo) {
        boolean touches(Stretch next) {
            return to == next.from && newTo == next.newFrom;
        }

        Stretch upTo(Stretch end) {
            return new Stretch(from, end.to, newFrom, end.newTo);
        }
    }

    /** A block of the article, and what takes its place. */
    private static final class Place {
        private final String part;
        private final int index;
        private final String was;
        private final List<String> now = new ArrayList<>();

        Place(String part, int index, String was) {
            this.part = part;
            this.index = index;
            this.was = was;
            now.add(was);
        }

        boolean isChanged() {
            return !now.equals(List.of(was));
        }

        boolean isRightBehind(Place other) {
            return part.equals(other.part) && index == other.index + 1;
        }
    }
}
