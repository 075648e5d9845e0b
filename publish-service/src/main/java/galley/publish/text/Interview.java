package galley.publish.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Marks who speaks where, so that a page can set questions and answers apart. A speaker is marked
 * by a name and a colon at the start of a paragraph, or in a paragraph of its own; or the questions
 * alone are bold.
 *
 * <p>Paragraphs get the class {@code question} or {@code answer}, those in which somebody begins to
 * speak {@code turn} as well, and the mark itself {@code speaker}. No word is added or moved.
 */
public final class Interview {
    private static final int LONGEST_MARK = 60;
    private static final int MOST_WORDS = 5;
    private static final Set<String> PARTICLES =
            Set.of(
                    "al", "bin", "da", "de", "del", "della", "der", "di", "dos", "du", "el", "la",
                    "le", "ten", "van", "von", "zu");
    private static final Pattern BRACKETS = Pattern.compile(" ?\\([^()]*\\)$");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Interview() {}

    private record Turn(Element paragraph, String speaker, boolean asks) {}

    /**
     * Marks the turns of an interview; a text in which nobody is seen to speak stays as it is. The
     * element is changed and answered.
     *
     * @param body blocks
     */
    public static Element marked(Element body) {
        List<Element> blocks = body.children();
        List<Turn> turns = turns(blocks);
        if (turns.stream().map(Turn::speaker).distinct().count() >= 2) {
            byName(blocks, turns);
        } else {
            byBoldQuestions(blocks);
        }
        return body;
    }

    private static List<Turn> turns(List<Element> blocks) {
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            var speaker = speaker(blocks.get(i));
            if (speaker != null) {
                boolean alone = isAlone(blocks.get(i), speaker);
                var words = alone && i + 1 < blocks.size() ? blocks.get(i + 1) : blocks.get(i);
                turns.add(new Turn(blocks.get(i), key(speaker), asks(words)));
            }
        }
        return turns;
    }

    private static void byName(List<Element> blocks, List<Turn> turns) {
        var interviewer = interviewer(turns);
        Map<Element, Turn> begins = new LinkedHashMap<>();
        turns.forEach(turn -> begins.put(turn.paragraph(), turn));
        String now = null;
        for (var block : blocks) {
            var turn = begins.get(block);
            if (turn != null) {
                now = turn.speaker().equals(interviewer) ? "question" : "answer";
                setApart(block.addClass("turn"));
            } else if (isHeading(block)) {
                now = null;
            }
            if (now != null) {
                block.addClass(now);
            }
        }
    }

    /** The one who asks most often for the number of turns; of several the first. */
    private static String interviewer(List<Turn> turns) {
        Map<String, Integer> spoke = new LinkedHashMap<>();
        Map<String, Integer> asked = new HashMap<>();
        for (var turn : turns) {
            spoke.merge(turn.speaker(), 1, Integer::sum);
            asked.merge(turn.speaker(), turn.asks() ? 1 : 0, Integer::sum);
        }
        String interviewer = null;
        double most = -1;
        for (var speaker : spoke.keySet()) {
            double share = (double) asked.get(speaker) / spoke.get(speaker);
            if (share > most) {
                most = share;
                interviewer = speaker;
            }
        }
        return interviewer;
    }

    private static void byBoldQuestions(List<Element> blocks) {
        List<Element> questions = blocks.stream().filter(Interview::isBoldQuestion).toList();
        if (questions.size() < 2) {
            return;
        }
        boolean begun = false;
        for (var block : blocks) {
            if (questions.contains(block)) {
                block.addClass("turn").addClass("question");
                begun = true;
            } else if (isHeading(block)) {
                begun = false;
            } else if (begun) {
                block.addClass("answer");
            }
        }
    }

    /** The name before a colon, if that is what a paragraph begins with; else null. */
    private static String speaker(Element block) {
        if (!block.nameIs("p")) {
            return null;
        }
        var text = block.text();
        int colon = text.indexOf(':');
        boolean isMark =
                colon > 0
                        && colon <= LONGEST_MARK
                        && (colon + 1 == text.length() || text.charAt(colon + 1) == ' ');
        if (!isMark) {
            return null;
        }
        var name = BRACKETS.matcher(text.substring(0, colon).strip()).replaceFirst("");
        var words = SPACE.split(name, -1);
        boolean isName =
                !name.isEmpty()
                        && words.length <= MOST_WORDS
                        && Stream.of(words).allMatch(Interview::mayBeInName);
        return isName ? name : null;
    }

    private static boolean mayBeInName(String word) {
        return word.equals("&")
                || PARTICLES.contains(word)
                || Character.isUpperCase(word.codePointAt(0))
                || Character.getType(word.codePointAt(0)) == Character.OTHER_LETTER;
    }

    /** A speaker may be marked by the whole name first, and by the surname then. */
    private static String key(String speaker) {
        return speaker.substring(speaker.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean isAlone(Element block, String speaker) {
        return block.text().length() <= speaker.length() + 1 || block.text().endsWith(":");
    }

    private static boolean asks(Element block) {
        return block.text().endsWith("?") || block.text().matches("(?s).*\\?[”\"»]");
    }

    private static boolean isBoldQuestion(Element block) {
        return block.nameIs("p")
                && asks(block)
                && block.select("> b, > strong").text().equals(block.text());
    }

    private static boolean isHeading(Element block) {
        return block.normalName().matches("h[1-6]");
    }

    /** Marks the name, which stands in an element of its own or at the start of plain text. */
    private static void setApart(Element paragraph) {
        var mark = paragraph.text().substring(0, paragraph.text().indexOf(':'));
        Node first = paragraph.childNode(0);
        if (first instanceof Element name && name.text().replaceFirst(":$", "").equals(mark)) {
            name.addClass("speaker");
        } else if (first instanceof TextNode text && text.getWholeText().indexOf(':') >= 0) {
            var words = text.getWholeText();
            int end = words.indexOf(':') + 1;
            text.before(new Element("span").addClass("speaker").text(words.substring(0, end)));
            text.text(words.substring(end));
        }
    }
}
