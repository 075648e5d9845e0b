package galley.ingest.structure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import galley.ingest.structure.Credit.Direction;
import galley.ingest.structure.Turns.Turn;

/** All that single blocks tell of a text's structure, read once. */
final class Clues {
    /** What is so many years older than the post is spoken of, not reprinted. */
    private static final int OLD = 2;

    private final Vocabulary vocabulary;
    private final List<Block> blocks;
    private final String headline;
    private final Recurrence recurrence;
    private final List<Turn> turns;
    private final SortedMap<Integer, Credit> credits = new TreeMap<>();
    private final Map<Integer, DatelineReader.Read> datelines = new HashMap<>();
    private final Map<Integer, String> bylines = new HashMap<>();
    private final Set<Integer> turnBlocks = new HashSet<>();

    Clues(Post post, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.blocks = Block.of(post.body(), vocabulary);
        this.headline = letters(post.headline());
        this.recurrence = new Recurrence(blocks);
        readBlocks(post);
        boolean isCalledInterview =
                credits.values().stream().anyMatch(it -> it.text() == TextKind.INTERVIEW);
        this.turns = new Turns(vocabulary).in(blocks, isCalledInterview);
        turns.forEach(turn -> turnBlocks.add(turn.block()));
    }

    private void readBlocks(Post post) {
        var creditReader = new CreditReader(vocabulary, post.published());
        var datelineReader = new DatelineReader(vocabulary, post.published());
        var bylineReader = new BylineReader(vocabulary);
        for (var block : blocks) {
            var credit = creditReader.read(block);
            if (credit != null && !isHistory(credit, post)) {
                credits.put(block.number(), credit);
            }
            var byline = bylineReader.read(block);
            if (byline != null) {
                bylines.put(block.number(), byline);
            }
            var dateline = block.isHeading() ? null : datelineReader.read(block.text());
            if (dateline != null) {
                datelines.put(block.number(), dateline);
            }
        }
    }

    /** Whether a sentence tells of something that was published long ago. */
    private static boolean isHistory(Credit credit, Post post) {
        if (credit.direction() == Direction.BELOW || post.published() == null) {
            return false;
        }
        int newest = post.published().getYear() - OLD;
        return Token.of(credit.evidence()).stream()
                .filter(token -> token.isNumber() && token.text().length() == 4)
                .anyMatch(token -> Integer.parseInt(token.text()) <= newest);
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    List<Block> blocks() {
        return blocks;
    }

    Block block(int number) {
        return blocks.get(number);
    }

    int size() {
        return blocks.size();
    }

    Iterable<Credit> credits() {
        return credits.values();
    }

    /** What a block says of a text's origin, or null. */
    Credit credit(int block) {
        return credits.get(block);
    }

    /** The dateline with which a block begins, or null. */
    DatelineReader.Read dateline(int block) {
        return datelines.get(block);
    }

    /** The author whom a block names and nothing else, or null. */
    String byline(int block) {
        return bylines.get(block);
    }

    List<Turn> turns() {
        return turns;
    }

    boolean isTurn(int block) {
        return turnBlocks.contains(block);
    }

    /** Whether words of a block stand in a later one too. */
    boolean recurs(Block block) {
        return recurrence.recurs(block);
    }

    /** Whether a block is such as only a report begins with. */
    boolean opensReport(int block) {
        return bylines.containsKey(block)
                || (datelines.containsKey(block) && datelines.get(block).isCertain());
    }

    /** Whether a heading is a whole text's, and not that of a section. */
    boolean isHeadline(int heading) {
        int next = nextWithWords(heading);
        return opensReport(next)
                || credits.containsKey(next)
                || isLink(block(heading))
                || letters(block(heading).text()).equals(headline);
    }

    private static boolean isLink(Block heading) {
        return heading.inline().spans().stream()
                .anyMatch(
                        span ->
                                span.leadsToPage()
                                        && heading.inline().at(span).length() * 2
                                                > heading.text().length());
    }

    /** The next block after this one that has words, or the number of blocks. */
    int nextWithWords(int block) {
        int next = block + 1;
        while (next < size() && (!block(next).hasWords() || block(next).isRule())) {
            next++;
        }
        return next;
    }

    private static String letters(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .collect(Collectors.joining())
                .toLowerCase(Locale.ROOT);
    }
}
