package galley.publish.text;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

/** The headings within a body, brought into the order that a page's own headings ask for. */
public final class Outline {
    private static final String HEADINGS = "h2, h3, h4, h5, h6";
    private static final int LOWEST = 6;
    private static final int LONGEST_ID = 60;
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern EDGES = Pattern.compile("^-|-$");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Outline() {}

    /**
     * A heading.
     *
     * @param level 2 to 6
     * @param id its id on the page
     */
    public record Heading(int level, String id, String text) {}

    /**
     * Gives the headings of a body levels without gaps. What was below another heading still is.
     *
     * @param highest the level of those that are below no other
     * @return the headings in order
     */
    public static List<Element> level(Element body, int highest) {
        List<Element> headings = new ArrayList<>();
        Deque<Integer> above = new ArrayDeque<>();
        for (Element heading : body.select(HEADINGS)) {
            int asWritten = heading.normalName().charAt(1);
            while (!above.isEmpty() && above.peek() >= asWritten) {
                above.pop();
            }
            heading.tagName("h" + Math.min(LOWEST, highest + above.size()));
            above.push(asWritten);
            headings.add(heading);
        }
        return headings;
    }

    /**
     * Does the same, and gives each heading with words an id that is made of them, so that links to
     * it last.
     *
     * @param start what ids begin with
     * @param taken the ids on the page; those that are given join them
     */
    public static List<Heading> mark(Element body, int highest, String start, Set<String> taken) {
        List<Heading> marked = new ArrayList<>();
        for (Element heading : level(body, highest)) {
            if (heading.hasText()) {
                var id = unique(start + "-" + slug(heading.text()), taken);
                heading.attr("id", id);
                int level = heading.normalName().charAt(1) - '0';
                marked.add(new Heading(level, id, heading.text()));
            }
        }
        return marked;
    }

    private static String unique(String wanted, Set<String> taken) {
        var id = wanted;
        for (int number = 2; !taken.add(id); number++) {
            id = wanted + "-" + number;
        }
        return id;
    }

    private static String slug(String text) {
        var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        var slug =
                EDGES.matcher(NO_LETTERS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-"))
                        .replaceAll("");
        return slug.length() > LONGEST_ID ? slug.substring(0, LONGEST_ID) : slug;
    }
}
