package galley.ingest.structure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The words of a block, and which of them its markup sets apart. */
final class InlineText {
    private static final Pattern PAGE = Pattern.compile("https?://[^/]+/.+");

    private final String text;
    private final List<Span> spans;
    private final Map<Integer, Span> byStart = new HashMap<>();

    private InlineText(String text, List<Span> spans) {
        this.text = text;
        this.spans = spans;
        // of two that begin together the outer one, which was found last
        spans.forEach(span -> byStart.put(span.start(), span));
    }

    /** How markup sets words apart. */
    enum Emphasis {
        /** {@code em}, {@code i} or {@code cite}: titles are often set so. */
        ITALIC,
        /** {@code strong} or {@code b}. */
        BOLD,
        /** {@code a}. */
        LINK
    }

    /**
     * Words that are set apart.
     *
     * @param address where a link leads; else null
     */
    record Span(int start, int end, Emphasis emphasis, String address) {

        /** Whether it is a link to a page, and not only to a site. */
        boolean leadsToPage() {
            return address != null && PAGE.matcher(address).matches();
        }
    }

    /** The first address of a page that the text has a link to, or null. */
    String firstPage() {
        return spans.stream().filter(Span::leadsToPage).map(Span::address).findFirst().orElse(null);
    }

    static InlineText of(Element block) {
        var reading = new Reading();
        NodeTraversor.traverse(reading, block);
        return new InlineText(reading.text.toString().stripTrailing(), reading.spans);
    }

    /** The text, with a line break for each in the block, and single spaces else. */
    String text() {
        return text;
    }

    List<Span> spans() {
        return spans;
    }

    /** What markup sets apart from this place on, or null. */
    Span startingAt(int start) {
        return byStart.get(start);
    }

    String at(Span span) {
        return text.substring(span.start(), Math.min(span.end(), text.length())).strip();
    }

    private static final class Reading implements NodeVisitor {
        private final StringBuilder text = new StringBuilder();
        private final List<Span> spans = new ArrayList<>();
        private final List<Integer> starts = new ArrayList<>();

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                addAll(words.getWholeText());
            } else if (node instanceof Element element) {
                bound(element);
                starts.addLast(text.length());
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                int start = starts.removeLast();
                var emphasis = emphasis(element);
                if (start < text.length() && text.charAt(start) == ' ') {
                    start++;
                }
                if (emphasis != null && start < text.length()) {
                    var address = element.attr("href");
                    spans.add(
                            new Span(
                                    start,
                                    text.length(),
                                    emphasis,
                                    emphasis == Emphasis.LINK ? address : null));
                }
                bound(element);
            }
        }

        private static Emphasis emphasis(Element element) {
            return switch (element.normalName()) {
                case "em", "i", "cite" -> Emphasis.ITALIC;
                case "b", "strong" -> Emphasis.BOLD;
                case "a" -> element.hasAttr("href") ? Emphasis.LINK : null;
                default -> null;
            };
        }

        private void bound(Element element) {
            if (element.nameIs("br") || element.isBlock()) {
                if (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
                    text.setLength(text.length() - 1);
                }
                separate('\n');
            }
        }

        private void addAll(String words) {
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i); // no white space is of two
                if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                    separate(' ');
                } else {
                    text.append(c);
                }
            }
        }

        private void separate(char separator) {
            if (!text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1))) {
                text.append(separator);
            }
        }
    }
}
