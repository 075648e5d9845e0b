package galley.publish.jsonld;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import galley.events.Attribution;
import galley.events.Correction;
import galley.events.Part;
import galley.events.Person;
import galley.events.Rights;
import galley.events.Subject;
import galley.events.WireName;
import galley.publish.document.Published;
import galley.publish.document.Publisher;
import galley.publish.document.RelatedLink;
import galley.publish.plaintext.PlainArticle;
import galley.publish.site.Addresses;

/**
 * Makes JSON-LD documents: a {@code NewsArticle} of schema.org. Each part is a part here too; what
 * a part reprints is what it is based on, and that may be the translation of another work. Members
 * that have nothing to say are left out.
 */
public final class JsonLdDocuments {
    private static final String MEDIA_TOPICS = "http://cv.iptc.org/newscodes/mediatopic/";
    private static final String NAME = "name";

    private final Published published;
    private final List<RelatedLink> related;

    private JsonLdDocuments(Published published, List<RelatedLink> related) {
        this.published = published;
        this.related = related;
    }

    /**
     * The document of an article that stands, to be written as JSON.
     *
     * @param related where its readers may go on
     */
    public static Map<String, Object> of(Published published, List<RelatedLink> related) {
        return new JsonLdDocuments(published, related).article();
    }

    private Map<String, Object> article() {
        var it = published.article();
        var document = new LinkedHashMap<String, Object>();
        document.put("@context", "https://schema.org");
        document.putAll(
                thing(
                        "NewsArticle",
                        "@id",
                        Addresses.urn(it.id()),
                        "identifier",
                        it.id().toString(),
                        "url",
                        published.address(),
                        "mainEntityOfPage",
                        published.address(),
                        "headline",
                        published.headline(),
                        "description",
                        it.standfirst(),
                        "inLanguage",
                        it.language(),
                        "datePublished",
                        it.publishedAt().toString(),
                        "dateModified",
                        it.updatedAt().toString(),
                        "version",
                        it.version(),
                        "genre",
                        it.kind() == null ? null : WireName.of(it.kind()),
                        "articleSection",
                        it.section(),
                        "keywords",
                        it.tags(),
                        "about",
                        it.subjects().stream().map(JsonLdDocuments::subject).toList(),
                        "author",
                        authors(),
                        "publisher",
                        organization(published.publisher()),
                        "creditText",
                        published.publisher().name()));
        document.putAll(rights(it.rights()));
        document.putAll(
                thing(
                        null,
                        "correction",
                        it.corrections().stream().map(JsonLdDocuments::correction).toList(),
                        "isBasedOn",
                        published.attributions().map(one -> source(one, null)).distinct().toList(),
                        "citation",
                        published.reprints().stream()
                                .flatMap(one -> PlainArticle.attribution(one).stream())
                                .filter(line -> !line.startsWith("By "))
                                .distinct()
                                .toList(),
                        "hasPart",
                        it.parts().stream().map(this::part).filter(Objects::nonNull).toList(),
                        "mentions",
                        mentions(),
                        "articleBody",
                        PlainArticle.body(published)));
        return document;
    }

    /** Its people, and the works that its editors point to. */
    private List<Map<String, Object>> mentions() {
        var people =
                published.article().parts().stream()
                        .filter(Part.People.class::isInstance)
                        .flatMap(part -> ((Part.People) part).people().stream())
                        .map(JsonLdDocuments::person);
        return Stream.concat(people, related.stream().map(this::work)).toList();
    }

    private Map<String, Object> work(RelatedLink it) {
        boolean isOurs = it.article() != null;
        return thing(
                isOurs ? "NewsArticle" : "CreativeWork",
                "@id",
                isOurs ? Addresses.urn(it.article()) : null,
                NAME,
                it.title(),
                "url",
                isOurs ? published.absolute().apply(it.address()) : it.address());
    }

    /** Who signs; where nobody does, the publication. */
    private List<Map<String, Object>> authors() {
        var bylines = published.article().bylines();
        return bylines.isEmpty()
                ? List.of(organization(published.publisher()))
                : bylines.stream().map(name -> thing("Person", NAME, name)).toList();
    }

    private Map<String, Object> part(Part part) {
        return switch (part) {
            case Part.Introduction it -> text(it, null);
            case Part.Original it -> text(it, it.headline());
            case Part.Reprint it -> reprint(it);
            case Part.Media it -> media(it);
            case Part.People _ -> null;
        };
    }

    private Map<String, Object> text(Part part, String headline) {
        return thing(
                "CreativeWork",
                "@id",
                nameOf(part),
                NAME,
                headline,
                "text",
                PlainArticle.body(published, part));
    }

    private Map<String, Object> reprint(Part.Reprint it) {
        var document =
                thing(
                        "NewsArticle",
                        "@id",
                        nameOf(it),
                        "headline",
                        it.headline(),
                        "dateline",
                        it.dateline() == null ? null : it.dateline().text(),
                        "locationCreated",
                        it.dateline() == null || it.dateline().place() == null
                                ? null
                                : thing("Place", NAME, it.dateline().place()),
                        "author",
                        it.attribution() == null ? null : person(it.attribution().author()),
                        "translator",
                        it.attribution() == null ? null : person(it.attribution().translator()),
                        "abstract",
                        it.excerpt() ? "Excerpt" : null,
                        "isBasedOn",
                        it.attribution() == null ? null : source(it.attribution(), it.headline()),
                        "articleBody",
                        PlainArticle.body(published, it));
        document.putAll(rights(it.rights()));
        return document;
    }

    /** Where a text was taken from: what its first publisher had, or a translation of that. */
    private static Map<String, Object> source(Attribution it, String headline) {
        boolean translated = Published.isTranslated(it);
        var first =
                thing(
                        "NewsArticle",
                        "headline",
                        translated ? null : headline,
                        "url",
                        it.url(),
                        "inLanguage",
                        it.language(),
                        "datePublished",
                        it.publishedOn() == null ? null : it.publishedOn().toString(),
                        "author",
                        person(it.author()),
                        "publisher",
                        organization(it.publisher()));
        return translated
                ? thing(
                        "NewsArticle",
                        "headline",
                        headline,
                        "url",
                        it.translationUrl(),
                        "translator",
                        person(it.translator()),
                        "publisher",
                        organization(it.translationPublisher()),
                        "translationOfWork",
                        first)
                : first;
    }

    private Map<String, Object> media(Part.Media it) {
        var type =
                switch (it.kind()) {
                    case VIDEO -> "VideoObject";
                    case AUDIO -> "AudioObject";
                    case IMAGE -> "ImageObject";
                    case DOCUMENT -> "DigitalDocument";
                    case null -> "MediaObject";
                };
        boolean kept = it.picture() != null;
        return thing(
                type,
                "@id",
                nameOf(it),
                "url",
                it.url(),
                "contentUrl",
                kept
                        ? published.absolute().apply(Addresses.picturePath(it.picture().hash()))
                        : null,
                "encodingFormat",
                kept ? it.picture().type() : null,
                "width",
                kept ? it.picture().width() : null,
                "height",
                kept ? it.picture().height() : null,
                "caption",
                it.caption(),
                "description",
                it.alt(),
                "creditText",
                it.credit(),
                "provider",
                organization(it.provider()));
    }

    private String nameOf(Part part) {
        return Addresses.urn(published.article().id()) + "#" + part.id();
    }

    private static Map<String, Object> correction(Correction it) {
        return thing("CorrectionComment", "text", it.note(), "datePublished", it.at().toString());
    }

    private static Map<String, Object> rights(Rights it) {
        return it == null
                ? Map.of()
                : thing(
                        null,
                        "copyrightHolder",
                        organization(it.copyrightHolder()),
                        "copyrightNotice",
                        it.copyrightNotice(),
                        "usageInfo",
                        it.usageTerms() == null
                                ? null
                                : thing("CreativeWork", "text", it.usageTerms()));
    }

    private static Map<String, Object> subject(Subject it) {
        boolean isTopic = "medtop".equals(it.scheme()) && it.code() != null;
        return thing(
                "DefinedTerm",
                NAME,
                it.name(),
                "termCode",
                it.code(),
                "url",
                isTopic ? MEDIA_TOPICS + it.code() : null,
                "inDefinedTermSet",
                isTopic ? MEDIA_TOPICS : it.scheme());
    }

    private static Map<String, Object> organization(Publisher it) {
        return thing("NewsMediaOrganization", NAME, it.name(), "url", it.url());
    }

    private static Map<String, Object> organization(String name) {
        return name == null ? null : thing("Organization", NAME, name);
    }

    private static Map<String, Object> person(String name) {
        return name == null ? null : thing("Person", NAME, name);
    }

    private static Map<String, Object> person(Person it) {
        return thing(
                "Person",
                NAME,
                it.name(),
                "jobTitle",
                it.role(),
                "affiliation",
                organization(it.affiliation()),
                "url",
                it.url());
    }

    /** A thing of a type; members are names and values in turn, empty ones left out. */
    private static Map<String, Object> thing(String type, Object... members) {
        var thing = new LinkedHashMap<String, Object>();
        if (type != null) {
            thing.put("@type", type);
        }
        for (int i = 0; i < members.length; i += 2) {
            var value = members[i + 1];
            boolean isEmpty = value instanceof Collection<?> some && some.isEmpty();
            if (value != null && !isEmpty) {
                thing.put((String) members[i], value);
            }
        }
        return thing;
    }
}
