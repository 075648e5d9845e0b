package galley.publish.page;

import java.text.ListFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import galley.events.Article;
import galley.events.Attribution;
import galley.events.Part;
import galley.publish.site.Addresses;

/** Those who first published what an article reprints. */
final class Publishers {
    private static final Pattern PLACE = Pattern.compile("\uE000(\\d+)\uE001");

    private Publishers() {}

    /** Their names, each once, in the order of the parts. */
    static List<String> of(Article article) {
        return article.parts().stream()
                .filter(Part.Reprint.class::isInstance)
                .map(part -> ((Part.Reprint) part).attribution())
                .filter(Objects::nonNull)
                .map(Attribution::publisher)
                .filter(Objects::nonNull)
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
    }

    /** The way to everything from a publisher. */
    static Link link(String publisher) {
        return new Link(publisher, Addresses.sourcePath(publisher));
    }

    /** One line that names them all, in pieces. */
    static List<Link> sentence(List<String> publishers, Site site) {
        var places =
                IntStream.range(0, publishers.size())
                        .mapToObj("\uE000%d\uE001"::formatted)
                        .toList();
        var list =
                ListFormat.getInstance(
                                site.locale(), ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                        .format(places);
        var text = site.say("texts-from", list);
        List<Link> pieces = new ArrayList<>();
        var place = PLACE.matcher(text);
        int from = 0;
        while (place.find()) {
            pieces.add(new Link(text.substring(from, place.start()), null));
            pieces.add(link(publishers.get(Integer.parseInt(place.group(1)))));
            from = place.end();
        }
        pieces.add(new Link(text.substring(from), null));
        return pieces;
    }
}
