package galley.publish.ninjs;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import galley.events.Article;
import galley.events.ArticleKilled;
import galley.events.Attribution;
import galley.events.Ninjs;
import galley.events.Part;
import galley.events.Rights;
import galley.events.Subject;
import galley.publish.html.ArticleHtml;
import galley.publish.site.Addresses;
import galley.publish.text.Headlines;

/** Makes IPTC ninjs 3.1 documents of articles. */
public final class NinjsDocuments {
    private static final String PLAIN = "text/plain";
    private static final String HTML = "text/html";

    /** Vocabularies that are known by a short name; others are named by their address. */
    private static final Map<String, String> VOCABULARIES =
            Map.of("medtop", "http://cv.iptc.org/newscodes/mediatopic/");

    private NinjsDocuments() {}

    /**
     * The document of an article that stands.
     *
     * @param note what was corrected in this version, or null
     * @param address of its page
     * @param everyAddress that its page ever had
     * @param absolute makes the address of a path of this site
     */
    public static Ninjs usable(
            Article article,
            String note,
            String address,
            List<String> everyAddress,
            UnaryOperator<String> absolute) {
        var rights = Objects.requireNonNullElse(article.rights(), new Rights(null, null, null));
        return new Ninjs(
                Ninjs.Standard.NINJS_3_1,
                Addresses.urn(article.id()),
                "text",
                "full",
                Integer.toString(article.version()),
                article.publishedAt(),
                article.updatedAt(),
                article.embargoedUntil(),
                "usable",
                article.language(),
                rights.copyrightHolder(),
                rights.copyrightNotice(),
                rights.usageTerms(),
                note,
                String.join(", ", article.bylines()),
                List.of(new Ninjs.Text("main", PLAIN, Headlines.of(article))),
                standfirst(article),
                List.of(
                        new Ninjs.Text(
                                "main", HTML, ArticleHtml.forSyndication(article, absolute))),
                subjects(article),
                infoSources(article),
                List.of(new Ninjs.Rendition("web", address, HTML)),
                altIds(everyAddress));
    }

    /**
     * The document of an article that is killed: what it was and why it is gone, no text.
     *
     * @param headline what it was called, or null where nobody was shown it
     */
    public static Ninjs canceled(ArticleKilled kill, String headline, List<String> everyAddress) {
        return withoutText(
                kill.article(),
                "canceled",
                kill.decision().at(),
                kill.decision().note(),
                headline == null ? List.of() : List.of(new Ninjs.Text("main", PLAIN, headline)),
                everyAddress);
    }

    /** The document of an article that was to be had and is not for now: no text. */
    public static Ninjs withheld(Article article, Instant decided, List<String> everyAddress) {
        return withoutText(article, "withheld", decided, null, List.of(), everyAddress);
    }

    private static Ninjs withoutText(
            Article article,
            String pubStatus,
            Instant versionCreated,
            String note,
            List<Ninjs.Text> headlines,
            List<String> everyAddress) {
        return new Ninjs(
                Ninjs.Standard.NINJS_3_1,
                Addresses.urn(article.id()),
                "text",
                "full",
                Integer.toString(article.version()),
                article.publishedAt(),
                versionCreated,
                article.embargoedUntil(),
                pubStatus,
                article.language(),
                null,
                null,
                null,
                note,
                null,
                headlines,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                altIds(everyAddress));
    }

    private static List<Ninjs.Text> standfirst(Article article) {
        return article.standfirst() == null
                ? List.of()
                : List.of(new Ninjs.Text("standfirst", PLAIN, article.standfirst()));
    }

    private static List<Ninjs.Named> subjects(Article article) {
        var concepts = article.subjects().stream().map(NinjsDocuments::concept);
        var section =
                Stream.ofNullable(article.section())
                        .map(name -> new Ninjs.Named(name, "section", null, name));
        var tags = article.tags().stream().map(tag -> new Ninjs.Named(tag, null, null, tag));
        return Stream.of(concepts, section, tags).flatMap(all -> all).toList();
    }

    private static Ninjs.Named concept(Subject subject) {
        if (subject.code() == null || subject.scheme() == null) {
            return new Ninjs.Named(subject.name(), "about", null, subject.code());
        }
        var vocabulary = VOCABULARIES.getOrDefault(subject.scheme(), subject.scheme());
        boolean address = vocabulary.endsWith("/") || vocabulary.endsWith("#");
        return address
                ? new Ninjs.Named(subject.name(), "about", vocabulary + subject.code(), null)
                : new Ninjs.Named(subject.name(), "about", null, vocabulary + ":" + subject.code());
    }

    private static List<Ninjs.InfoSource> infoSources(Article article) {
        return article.parts().stream()
                .filter(Part.Reprint.class::isInstance)
                .map(part -> ((Part.Reprint) part).attribution())
                .filter(Objects::nonNull)
                .flatMap(NinjsDocuments::infoSources)
                .distinct()
                .toList();
    }

    private static Stream<Ninjs.InfoSource> infoSources(Attribution it) {
        return Stream.of(
                        new Ninjs.InfoSource(it.publisher(), "publisher", it.url()),
                        new Ninjs.InfoSource(it.author(), "author", null),
                        new Ninjs.InfoSource(
                                it.translationPublisher(),
                                "translation-publisher",
                                it.translationUrl()),
                        new Ninjs.InfoSource(it.translator(), "translator", null))
                .filter(source -> source.name() != null);
    }

    private static List<Ninjs.AltId> altIds(List<String> everyAddress) {
        return everyAddress.stream().map(address -> new Ninjs.AltId("url", address)).toList();
    }
}
