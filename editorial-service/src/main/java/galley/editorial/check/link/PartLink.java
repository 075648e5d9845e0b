package galley.editorial.check.link;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

import galley.events.Attribution;
import galley.events.Part;
import galley.kit.http.FetchException.RefusedAddress;
import galley.kit.http.WebAddress;

/**
 * A link, or the address of media, in a part.
 *
 * @param part the part's id
 * @param address in the one form that addresses are kept in
 * @param written as it stands in the part
 */
record PartLink(String part, URI address, String written) {
    /** More than readers follow in an article. */
    private static final int MOST = 200;

    /** Longer ones do not go into an index. */
    private static final int LONGEST = 2_000;

    private static final List<String> ATTRIBUTES = List.of("href", "src", "data-embed");

    /** Those of an article, in its order, each once in a part. What can't be fetched is no link. */
    static List<PartLink> of(List<Part> parts) {
        return parts.stream().flatMap(PartLink::of).limit(MOST).toList();
    }

    private static Stream<PartLink> of(Part part) {
        Set<String> addresses = new LinkedHashSet<>();
        switch (part) {
            case Part.Introduction(_, var body) -> addBody(body, addresses);
            case Part.Original(_, _, var body) -> addBody(body, addresses);
            case Part.Reprint reprint -> {
                addAttribution(reprint.attribution(), addresses);
                addBody(reprint.body(), addresses);
            }
            case Part.Media media -> addMedia(media, addresses);
            case Part.People(_, var people) -> people.forEach(one -> addresses.add(one.url()));
        }
        return addresses.stream().flatMap(written -> of(part.id(), written));
    }

    private static void addBody(String body, Set<String> addresses) {
        for (Element element :
                Jsoup.parseBodyFragment(body).select("[href], [src], [data-embed]")) {
            for (String attribute : ATTRIBUTES) {
                addresses.add(element.attr(attribute));
            }
        }
    }

    /** The public address of a picture leads nowhere until the article that shows it is live. */
    private static void addMedia(Part.Media media, Set<String> addresses) {
        if (media.picture() == null || !media.url().endsWith("/media/" + media.picture().hash())) {
            addresses.add(media.url());
        }
    }

    private static void addAttribution(Attribution attribution, Set<String> addresses) {
        if (attribution != null) {
            addresses.add(attribution.url());
            addresses.add(attribution.translationUrl());
        }
    }

    private static Stream<PartLink> of(String part, String written) {
        if (written == null || written.isEmpty()) {
            return Stream.empty();
        }
        try {
            URI address = WebAddress.parse(written);
            return address.toString().length() > LONGEST
                    ? Stream.empty()
                    : Stream.of(new PartLink(part, address, written));
        } catch (RefusedAddress e) {
            return Stream.empty();
        }
    }
}
