package galley.editorial.comment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Where words stand after an edit. */
class AnchorCarryTest {
    private static final int SAMPLES = 3_000;
    private static final List<String> VOCABULARY =
            List.of(
                    "the",
                    "a",
                    "lamp",
                    "lamps",
                    "turns",
                    "light",
                    "harbour",
                    "ship",
                    "ships",
                    "of",
                    "and",
                    "to",
                    "night,",
                    "sea.",
                    "storm;",
                    "海",
                    "灯塔",
                    "déjà",
                    "phare",
                    "маяк",
                    "🚢",
                    "🗼",
                    "keeper-house",
                    "1926",
                    "10",
                    "–",
                    "\"yes\"");

    private static Map<String, String> parts(String... texts) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (int i = 0; i < texts.length; i++) {
            parts.put("p" + (i + 1), texts[i]);
        }
        return parts;
    }

    private static Anchor on(String part, String text, String words) {
        int start = text.indexOf(words);
        return Anchor.of(part, text, start, start + words.length());
    }

    private static Anchor carried(
            Map<String, String> before, Map<String, String> after, Anchor anchor) {
        UUID id = UUID.randomUUID();
        return new AnchorCarry(before, after).carry(Map.of(id, anchor)).getOrDefault(id, anchor);
    }

    /** Carries the words in a single part; answers the words now, in brackets where orphaned. */
    private static String carried(String before, String after, String words) {
        Anchor now = carried(parts(before), parts(after), on("p1", before, words));
        if (now.isOrphaned()) {
            return "[" + now.text() + "]";
        }
        assertThat(after.substring(now.start(), now.end())).isEqualTo(now.text());
        return now.text();
    }

    @Test
    void wordsStayWhateverIsWrittenAroundThem() {
        String before = "The old lamp turns. A ship passes.";
        assertThat(
                        carried(
                                before,
                                "Tonight the very old lamp turns. No ship passes.",
                                "lamp turns"))
                .isEqualTo("lamp turns");
        assertThat(carried(before, "The oldlamp turns", "lamp")).isEqualTo("lamp");
        assertThat(carried(before, "The old lamp, turns", "lamp")).isEqualTo("lamp");
    }

    @Test
    void theSecondOfTwoLikeWordsStaysTheSecond() {
        String before = "the lamp and the lamp";
        String after = "today the lamp and then the lamp";
        Anchor second = Anchor.of("p1", before, 17, 21);
        assertThat(carried(parts(before), parts(after), second).start()).isEqualTo(28);
    }

    @Test
    void whatIsInsertedWithinBelongsToThem() {
        assertThat(carried("The old lamp turns", "The old red lamp turns", "old lamp"))
                .isEqualTo("old red lamp");
    }

    @Test
    void ofWordsThatArePartlyDeletedTheOthersStay() {
        assertThat(carried("The old lamp turns", "The lamp turns", "old lamp")).isEqualTo("lamp");
        assertThat(carried("The old lamp turns", "The old turns", "old lamp")).isEqualTo("old");
        assertThat(carried("One old lamp.", "One new lamp.", "old lamp")).isEqualTo("lamp");
    }

    @Test
    void aWordThatIsRespelledIsTheSameWord() {
        assertThat(carried("The habror opens", "The harbour opens", "habror")).isEqualTo("harbour");
        assertThat(carried("The lamp turns", "The lamps turn", "lamp turns"))
                .isEqualTo("lamps turn");
    }

    @Test
    void wordsThatAreGoneAreOrphaned() {
        assertThat(carried("The old lamp turns", "The old turns", "lamp")).isEqualTo("[lamp]");
        assertThat(carried("Port opens", "Path opens", "Port")).isEqualTo("[Port]");
        assertThat(carried("The old lamp turns", "The new ship sails", "old lamp"))
                .isEqualTo("[old lamp]");
        assertThat(carried("Ships 🚢 sail", "Ships 🗼 sail", "🚢")).isEqualTo("[🚢]");
    }

    @Test
    void orphansReturnWithTheirWordsAndNotToOthersLikeThem() {
        Anchor orphan = new Anchor(null, null, null, "lamp");
        String without = "A lamp here. The light turns.";
        assertThat(carried(parts(without), parts(without + " Night."), orphan).isOrphaned())
                .isTrue();
        String with = "A lamp here. The lamp turns.";
        assertThat(carried(parts(without), parts(with), orphan).start()).isEqualTo(17);
    }

    @Test
    void wholeWordsAreNotFoundWithinOthers() {
        assertThat(carried("The art is here.", "A party was here.", "art")).isEqualTo("[art]");
        Anchor orphan = new Anchor(null, null, null, "art");
        assertThat(carried(parts(""), parts("A party"), orphan).isOrphaned()).isTrue();
        assertThat(carried(parts(""), parts("A party, and art."), orphan).start()).isEqualTo(13);
    }

    @Test
    void wordsThatBeganWithinOthersAreFoundThereAgain() {
        assertThat(carried("Starlight. It is late.", "Late it is. By the starlight.", "light"))
                .isEqualTo("light");
    }

    @Test
    void veryShortWordsAreFoundOnlyWithOthersAroundThem() {
        Anchor orphan = new Anchor(null, null, null, "of");
        assertThat(carried(parts(""), parts("The end of it"), orphan).isOrphaned()).isTrue();
        String before = "He spoke of ships.\nShe was late.";
        assertThat(carried(before, "She was late.\nHe spoke of ships.", "of")).isEqualTo("of");
        assertThat(carried(before, "She was late.\nNo end of it.", "of")).isEqualTo("[of]");
    }

    @Test
    void anAnchorWhoseWordsDoNotStandThereIsAnOrphan() {
        Anchor misplaced = new Anchor("p1", 40, 44, "lamp");
        assertThat(carried(parts("Night"), parts("Dark"), misplaced).isOrphaned()).isTrue();
        assertThat(carried(parts("Night"), parts("A lamp"), misplaced).start()).isEqualTo(2);
    }

    @Test
    void wordsFollowWhenAPartIsSplitOrMergedOrItsIdChanges() {
        String first = "The lamp turns at night.";
        String second = "The ship sails. The lamp is out.";
        String both = first + "\n" + second;
        Anchor late = Anchor.of("p1", both, both.lastIndexOf("lamp"), both.lastIndexOf("lamp") + 4);
        Anchor split = carried(parts(both), parts(first, second), late);
        assertThat(split).isEqualTo(on("p2", second, "lamp"));
        assertThat(carried(parts(first, second), parts(both), split)).isEqualTo(late);
        assertThat(carried(parts(first, second), parts(second, first), split))
                .isEqualTo(on("p1", second, "lamp"));
        assertThat(carried(parts(first, second), Map.of("x", second), split))
                .isEqualTo(on("x", second, "lamp"));
    }

    @Test
    void wordsFollowWhenParagraphsChangePlaces() {
        String before = "The lamp turns at night.\nThe ship sails by day and by night.";
        String after = "The ship sails by day and by night.\nThe lamp turns at night.";
        assertThat(carried(before, after, "lamp turns")).isEqualTo("lamp turns");
        assertThat(carried(before, after, "ship sails")).isEqualTo("ship sails");
    }

    @Test
    void untouchedWordsAreStillQuotedAfterAnyEditsBeforeAndBehindThem() {
        for (int seed = 0; seed < SAMPLES; seed++) {
            Random random = new Random(seed);
            String left = text(random);
            String right = text(random);
            // words of their own, so that it can be seen where they went
            String words = "Anchored" + text(random) + "Here" + seed;
            String before = left + words + right;
            String after = edited(left, random) + words + edited(right, random);
            Anchor anchor = on("p1", before, words);
            Anchor now = carried(parts(before), parts(after), anchor);
            assertThat(now)
                    .as("seed %d: %s became %s", seed, before, after)
                    .isEqualTo(on("p1", after, words));
        }
    }

    @Test
    void anyAnchorIsInsideTheTextAfterAnyEditAndInNoCharactersMiddle() {
        for (int seed = 0; seed < SAMPLES; seed++) {
            Random random = new Random(seed);
            String before = "x" + text(random) + text(random);
            String after = edited(before, random);
            int start = random.nextInt(before.length());
            int end = start + 1 + random.nextInt(before.length() - start);
            start -= Character.isLowSurrogate(before.charAt(start)) ? 1 : 0;
            end += end < before.length() && Character.isLowSurrogate(before.charAt(end)) ? 1 : 0;
            Anchor now = carried(parts(before), parts(after), Anchor.of("p1", before, start, end));
            assertThat(now.text()).as("seed %d", seed).isNotEmpty();
            if (!now.isOrphaned()) {
                assertThat(after.substring(now.start(), now.end())).isEqualTo(now.text());
                assertThat(now.text().codePoints())
                        .as("seed %d", seed)
                        .noneMatch(it -> Character.getType(it) == Character.SURROGATE);
            }
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int words = random.nextInt(12); words > 0; words--) {
            text.append(random.nextInt(8) == 0 ? "\n" : " ")
                    .append(VOCABULARY.get(random.nextInt(VOCABULARY.size())));
        }
        return text.append(' ').toString();
    }

    private static String edited(String text, Random random) {
        String edited = text;
        for (int edits = random.nextInt(4); edits > 0; edits--) {
            int from = edited.offsetByCodePoints(0, random.nextInt(points(edited) + 1));
            int gone = random.nextInt(Math.min(20, points(edited.substring(from))) + 1);
            int to = edited.offsetByCodePoints(from, gone);
            String put = random.nextBoolean() ? text(random).strip() : "";
            edited = edited.substring(0, from) + put + edited.substring(to);
        }
        return edited;
    }

    private static int points(String text) {
        return text.codePointCount(0, text.length());
    }

    @Test
    void thousandsOfAnchorsInALongTextFollowARewriting() {
        StringBuilder text = new StringBuilder();
        List<String> lines = new ArrayList<>();
        Map<UUID, Anchor> anchors = new HashMap<>();
        Random random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            int from = text.length();
            String line = "Line %d says %s%n".formatted(i, text(random).strip().repeat(4));
            lines.add(line);
            text.append(line);
            String number = "Line " + i + " says";
            anchors.put(UUID.randomUUID(), new Anchor("p1", from, from + number.length(), number));
        }
        String before = text.toString();
        Collections.shuffle(lines, random);
        String after = String.join("", lines);
        Map<UUID, Anchor> now = new AnchorCarry(parts(before), parts("", after)).carry(anchors);
        assertThat(now).hasSize(anchors.size());
        now.forEach(
                (id, anchor) -> {
                    assertThat(anchor.part()).isEqualTo("p2");
                    assertThat(anchor.text()).isEqualTo(anchors.get(id).text());
                });
    }

    @Test
    void aTextOfOneSignAndItsLikesComesToAnEnd() {
        String before = "a".repeat(400_000) + " b " + "a ".repeat(300_000);
        String after = "a".repeat(399_000) + " c " + "a b ".repeat(200_000);
        Map<UUID, Anchor> anchors = new HashMap<>();
        for (int i = 0; i < 3_000; i++) {
            anchors.put(UUID.randomUUID(), Anchor.of("p1", before, 400_010 + i, 400_013 + i));
        }
        Map<UUID, Anchor> now = new AnchorCarry(parts(before), parts(after)).carry(anchors);
        now.values().stream()
                .filter(it -> !it.isOrphaned())
                .forEach(
                        it ->
                                assertThat(after.substring(it.start(), it.end()))
                                        .isEqualTo(it.text()));
    }
}
