package galley.publish.html;

import java.util.List;
import java.util.function.UnaryOperator;

import org.jsoup.nodes.Element;

import galley.events.Part;
import galley.events.Person;
import galley.events.Rights;
import galley.kit.html.Blocks;
import galley.publish.site.Addresses;
import galley.publish.text.Datelines;

/**
 * A part of an article, ready for a template; what its sort of part does not have is null.
 *
 * @param type as on the wire: introduction, reprint, original, media or people
 * @param body safe HTML, to be written as it is
 * @param media the part itself where it is media
 * @param picture the address of its picture where this site has it
 */
public record PartView(
        String type,
        String id,
        String headline,
        AttributionView attribution,
        boolean excerpt,
        Rights rights,
        String body,
        Part.Media media,
        String picture,
        List<Person> people) {

    /**
     * Takes a part.
     *
     * @param change what is done to the blocks of its body before they are written
     * @param address makes the address of a path of this site
     */
    static PartView of(Part part, UnaryOperator<Element> change, UnaryOperator<String> address) {
        return switch (part) {
            case Part.Introduction it ->
                    text("introduction", it.id(), null, change.apply(Blocks.of(it.body())));
            case Part.Original it ->
                    text("original", it.id(), it.headline(), change.apply(Blocks.of(it.body())));
            case Part.Reprint it ->
                    new PartView(
                            "reprint",
                            it.id(),
                            it.headline(),
                            AttributionView.of(it.attribution()),
                            it.excerpt(),
                            it.rights(),
                            change.apply(Datelines.before(it)).html(),
                            null,
                            null,
                            null);
            case Part.Media it ->
                    new PartView(
                            "media",
                            it.id(),
                            null,
                            null,
                            false,
                            null,
                            null,
                            it,
                            picture(it, address),
                            null);
            case Part.People it ->
                    new PartView(
                            "people",
                            it.id(),
                            null,
                            null,
                            false,
                            null,
                            null,
                            null,
                            null,
                            it.people());
        };
    }

    private static PartView text(String type, String id, String headline, Element body) {
        return new PartView(type, id, headline, null, false, null, body.html(), null, null, null);
    }

    private static String picture(Part.Media media, UnaryOperator<String> address) {
        return media.picture() == null
                ? null
                : address.apply(Addresses.picturePath(media.picture().hash()));
    }
}
