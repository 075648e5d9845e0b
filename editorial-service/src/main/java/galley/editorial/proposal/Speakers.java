package galley.editorial.proposal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.jsoup.nodes.Element;

import galley.events.Part;
import galley.events.Person;
import galley.events.Proposal;
import galley.kit.html.Blocks;

/** Those who speak or are presented: they stand right behind the part that they were read from. */
final class Speakers {
    private static final String BETWEEN_WORDS = "[^\\p{L}\\p{N}]+";

    private Speakers() {}

    /**
     * The parts with one person more. From a list of people the person's line leaves the text, and
     * a link in it becomes the person's: readers see everybody once.
     *
     * @param value name, role and affiliation with bars between them; it was accepted, and may
     *     differ from what was proposed
     */
    static List<Part> with(List<Part> parts, Proposal proposal, String value) {
        List<Part> result = new ArrayList<>(parts);
        int at = parts.stream().map(Part::id).toList().indexOf(proposal.part());
        String url = null;
        if (at >= 0 && parts.get(at) instanceof Part.Original(var id, var headline, var html)) {
            Element body = Blocks.of(html);
            Element line = line(body, Objects.requireNonNullElse(proposal.value(), ""));
            if (line != null) {
                url = line.select("a[href]").attr("href");
                remove(line);
                result.set(at, new Part.Original(id, headline, Bodies.html(body).strip()));
            }
        }
        add(result, at, person(value, url));
        return result;
    }

    /** The line that says this of somebody and nothing else; null where there is none. */
    private static Element line(Element body, String person) {
        return body.select("li, p").stream()
                .filter(it -> words(it.text()).equals(words(person)))
                .filter(it -> it.select("a[href]").size() < 2)
                .findFirst()
                .orElse(null);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(BETWEEN_WORDS)).filter(word -> !word.isEmpty()).toList();
    }

    private static void remove(Element line) {
        Element list = line.parent();
        line.remove();
        if (list != null && list.is("ul, ol") && list.children().isEmpty()) {
            list.remove();
        }
    }

    private static Person person(String value, String url) {
        String[] fields = value.split("\\|", 3);
        return new Person(
                fields[0],
                fields.length > 1 ? fields[1] : null,
                fields.length > 2 ? fields[2] : null,
                url == null || url.isEmpty() ? null : url);
    }

    private static void add(List<Part> parts, int at, Person person) {
        int there = at < 0 ? parts.size() - 1 : at;
        int behind = there + 1;
        if (there >= 0 && isPeople(parts, there)) {
            parts.set(there, more(parts.get(there), person));
        } else if (isPeople(parts, behind)) {
            parts.set(behind, more(parts.get(behind), person));
        } else {
            parts.add(behind, new Part.People(null, List.of(person)));
        }
        takeThePlaceOfWhatIsEmpty(parts, there);
    }

    private static boolean isPeople(List<Part> parts, int at) {
        return at < parts.size() && parts.get(at) instanceof Part.People;
    }

    private static Part.People more(Part part, Person person) {
        var present = (Part.People) part;
        List<Person> people = new ArrayList<>(present.people());
        people.add(person);
        return new Part.People(present.id(), people);
    }

    /** A part of which nothing is left gives its place to the people, and its id. */
    private static void takeThePlaceOfWhatIsEmpty(List<Part> parts, int at) {
        if (at >= 0
                && parts.get(at) instanceof Part.Original(var id, var headline, var html)
                && headline == null
                && html.isEmpty()) {
            var people = (Part.People) parts.remove(at + 1);
            parts.set(at, new Part.People(id, people.people()));
        }
    }
}
