package galley.ingest.structure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds in a text who speaks where. A speaker is marked by a name and a colon, before the words or
 * on a line of its own; or the questions alone are set in bold.
 */
final class Turns {
    private static final Pattern BRACKETS = Pattern.compile(" ?\\([^()]*\\)$");
    private static final int MAX_MARK = 60;
    private static final int MAX_NAME = 5;

    private final Vocabulary vocabulary;

    Turns(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * Where somebody begins to speak.
     *
     * @param speaker as marked, without the colon; empty where only the type tells
     */
    record Turn(int block, String speaker, boolean isQuestion, String evidence) {}

    private record Mark(int block, String speaker, boolean asks) {}

    /**
     * The turns of an interview; none where the text is not one.
     *
     * @param isCalledInterview whether the text says that it is one: fewer marks will do then
     */
    List<Turn> in(List<Block> blocks, boolean isCalledInterview) {
        var marks = marks(blocks);
        var counts = new LinkedHashMap<String, Integer>();
        marks.forEach(mark -> counts.merge(key(mark.speaker()), 1, Integer::sum));
        long repeated = counts.values().stream().filter(count -> count > 1).count();
        boolean asks = marks.stream().anyMatch(Mark::asks);
        boolean isInterview =
                counts.size() >= 2
                        && (isCalledInterview || (repeated >= 2 && asks && counts.size() <= 6));
        return isInterview ? turns(marks) : boldQuestions(blocks, isCalledInterview);
    }

    private List<Turn> turns(List<Mark> marks) {
        Map<String, Integer> asked = new HashMap<>();
        Map<String, Integer> spoke = new HashMap<>();
        for (var mark : marks) {
            spoke.merge(key(mark.speaker()), 1, Integer::sum);
            asked.merge(key(mark.speaker()), mark.asks() ? 1 : 0, Integer::sum);
        }
        var interviewer = key(marks.getFirst().speaker());
        for (var speaker : spoke.keySet()) {
            if (share(speaker, asked, spoke) > share(interviewer, asked, spoke)) {
                interviewer = speaker;
            }
        }
        var turns = new ArrayList<Turn>();
        for (var mark : marks) {
            var speaker = mark.speaker().toLowerCase(Locale.ROOT);
            boolean isQuestion =
                    vocabulary.has("question-marks", speaker)
                            || (!vocabulary.has("answer-marks", speaker)
                                    && key(mark.speaker()).equals(interviewer));
            turns.add(new Turn(mark.block(), mark.speaker(), isQuestion, mark.speaker() + ":"));
        }
        return turns;
    }

    private static double share(
            String speaker, Map<String, Integer> asked, Map<String, Integer> spoke) {
        return (double) asked.get(speaker) / spoke.get(speaker);
    }

    /** A speaker may be marked by the whole name first, and by the surname then. */
    private static String key(String speaker) {
        return speaker.substring(speaker.lastIndexOf(' ') + 1);
    }

    private List<Mark> marks(List<Block> blocks) {
        var marks = new ArrayList<Mark>();
        for (var block : blocks) {
            if (!block.isParagraph()) {
                continue;
            }
            int from = 0;
            while (from < block.text().length()) {
                int end = block.text().indexOf('\n', from);
                end = end < 0 ? block.text().length() : end;
                var speaker = speaker(block.text(), from, end);
                if (speaker != null) {
                    marks.add(new Mark(block.number(), speaker, asks(blocks, block, from, end)));
                }
                from = end + 1;
            }
        }
        return marks;
    }

    /** The name before a colon, if that is what a line begins with; else null. */
    private String speaker(String text, int from, int end) {
        int colon = text.indexOf(':', from);
        if (colon <= from || colon >= end || colon - from > MAX_MARK) {
            return null;
        }
        boolean isMark = colon + 1 == end || Character.isWhitespace(text.charAt(colon + 1));
        var name = BRACKETS.matcher(text.substring(from, colon).strip()).replaceFirst("");
        if (!isMark || name.isEmpty()) {
            return null;
        }
        var tokens = Token.of(name);
        boolean isName =
                tokens.size() <= MAX_NAME
                        && tokens.stream().allMatch(this::mayBeInMark)
                        && !vocabulary.has("not-speakers", tokens.getFirst().lower());
        return isName ? name : null;
    }

    private boolean mayBeInMark(Token token) {
        return token.is(".")
                || token.is("&")
                || (token.isWord()
                        && (token.isCapitalised()
                                || vocabulary.has("person-particles", token.lower())));
    }

    /** Whether the line with the mark, or what follows a mark that stands alone, is a question. */
    private static boolean asks(List<Block> blocks, Block block, int from, int end) {
        var text = block.text();
        var line = text.substring(from, end);
        if (line.endsWith(":") && end < text.length()) {
            int next = text.indexOf('\n', end + 1);
            line = text.substring(end + 1, next < 0 ? text.length() : next);
        } else if (line.endsWith(":") && block.number() + 1 < blocks.size()) {
            line = blocks.get(block.number() + 1).text();
        }
        return line.endsWith("?") || line.endsWith("?”");
    }

    private List<Turn> boldQuestions(List<Block> blocks, boolean isCalledInterview) {
        var turns = new ArrayList<Turn>();
        int questions = 0;
        for (int i = 0; i + 1 < blocks.size(); i++) {
            var block = blocks.get(i);
            if (block.isBoldLine() && block.text().endsWith("?") && answers(blocks.get(i + 1))) {
                questions++;
                turns.add(new Turn(i, "", true, block.text()));
                turns.add(new Turn(i + 1, "", false, block.text()));
            }
        }
        return questions >= (isCalledInterview ? 2 : 3) ? turns : List.of();
    }

    private static boolean answers(Block block) {
        return block.hasWords() && !block.isHeading() && !block.isBoldLine();
    }
}
