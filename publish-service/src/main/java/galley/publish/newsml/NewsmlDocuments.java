package galley.publish.newsml;

import java.util.Objects;
import java.util.Optional;

import org.jsoup.Jsoup;

import galley.events.Attribution;
import galley.events.Kind;
import galley.events.Subject;
import galley.events.WireName;
import galley.publish.document.Published;
import galley.publish.document.XmlNode;
import galley.publish.html.ArticleHtml;
import galley.publish.site.Addresses;

/**
 * Makes newsItems of IPTC NewsML-G2 2.34, power conformance. The text is inside, as XHTML, the same
 * as on the page; beside it stands what machines look for: rights, dates, sources and subjects.
 */
public final class NewsmlDocuments {
    private static final String NAMESPACE = "http://iptc.org/std/nar/2006-10-01/";

    /** Says what the short names of vocabularies stand for. */
    private static final String CATALOG =
            "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml";

    /** IPTC's own relations between items know nothing of reprints and translations. */
    private static final String SCHEMA_ORG = "https://schema.org/";

    private final Published published;
    private final XmlNode item;

    private NewsmlDocuments(Published published) {
        this.published = published;
        var article = published.article();
        this.item =
                XmlNode.root(
                        NAMESPACE,
                        "newsItem",
                        "guid",
                        Addresses.urn(article.id()),
                        "version",
                        Integer.toString(article.version()),
                        "standard",
                        "NewsML-G2",
                        "standardversion",
                        "2.34",
                        "conformance",
                        "power",
                        "xml:lang",
                        article.language());
    }

    /** The document of an article that stands, in UTF-8. */
    public static byte[] of(Published published) {
        var document = new NewsmlDocuments(published);
        document.item.child("catalogRef", "href", CATALOG);
        document.addRights();
        document.addItemMeta();
        document.addContentMeta();
        document.addContent();
        return document.item.toBytes();
    }

    private void addRights() {
        var rights = published.rights();
        var info = item.child("rightsInfo");
        party(
                info,
                "copyrightHolder",
                Objects.requireNonNullElse(rights.copyrightHolder(), published.publisher().name()),
                null);
        info.line("copyrightNotice", rights.copyrightNotice());
        info.line("usageTerms", rights.usageTerms());
        // of each reprint its own; the text says which is which
        published.reprints().stream()
                .map(reprint -> reprint.rights())
                .filter(Objects::nonNull)
                .distinct()
                .forEach(
                        it -> {
                            var own = item.child("rightsInfo");
                            if (it.copyrightHolder() != null) {
                                party(own, "copyrightHolder", it.copyrightHolder(), null);
                            }
                            own.line("copyrightNotice", it.copyrightNotice());
                            own.line("usageTerms", it.usageTerms());
                            if (own.isEmpty()) {
                                own.remove();
                            }
                        });
    }

    private void addItemMeta() {
        var article = published.article();
        var meta = item.child("itemMeta");
        meta.child("itemClass", "qcode", "ninat:text");
        party(meta, "provider", published.publisher().name(), null);
        meta.line("versionCreated", article.updatedAt().toString());
        meta.line("firstCreated", article.publishedAt().toString());
        if (article.embargoedUntil() != null) {
            meta.line("embargoed", article.embargoedUntil().toString());
        }
        meta.child("pubStatus", "qcode", "stat:usable");
        meta.line("title", published.headline());
        meta.line("edNote", published.note());
        if (published.isCorrection()) {
            meta.child("signal", "qcode", "sig:correction");
        }
        meta.child("link", "rel", "irel:seeAlso", "href", published.address());
        published.attributions().forEach(it -> addLinks(meta, it));
    }

    /** From where the reprinted text was taken, and from what that was translated. */
    private static void addLinks(XmlNode meta, Attribution it) {
        boolean translated = Published.isTranslated(it);
        var taken = translated ? it.translationUrl() : it.url();
        if (taken != null) {
            meta.child("link", "reluri", SCHEMA_ORG + "isBasedOn", "href", taken);
        }
        if (translated && it.url() != null) {
            meta.child("link", "reluri", SCHEMA_ORG + "translationOfWork", "href", it.url());
        }
    }

    private void addContentMeta() {
        var article = published.article();
        var meta = item.child("contentMeta");
        meta.line("contentCreated", article.publishedAt().toString());
        meta.line("contentModified", article.updatedAt().toString());
        published.reprints().stream()
                .flatMap(reprint -> Optional.ofNullable(reprint.dateline()).stream())
                .filter(dateline -> dateline.place() != null)
                .forEach(dateline -> party(meta, "located", dateline.place(), null));
        published.attributions().distinct().forEach(it -> addSources(meta, it));
        article.bylines().forEach(byline -> party(meta, "creator", byline, null));
        published.attributions().distinct().forEach(it -> addAuthors(meta, it));
        if (article.language() != null) {
            meta.child("language", "tag", article.language());
        }
        addGenre(meta);
        article.tags().forEach(tag -> meta.line("keyword", tag));
        article.subjects().forEach(subject -> addSubject(meta, subject));
        if (article.section() != null) {
            party(meta, "subject", article.section(), "Section");
        }
        meta.line("headline", published.headline());
        published.reprints().stream()
                .flatMap(reprint -> Optional.ofNullable(reprint.dateline()).stream())
                .forEach(dateline -> meta.line("dateline", dateline.text()));
        meta.line("by", String.join(", ", article.bylines()));
        meta.line("creditline", published.publisher().name());
        meta.line("description", article.standfirst(), "role", "drol:summary");
    }

    private static void addSources(XmlNode meta, Attribution it) {
        if (it.publisher() != null) {
            party(meta, "infoSource", it.publisher(), "First publisher");
        }
        if (it.translationPublisher() != null) {
            party(meta, "infoSource", it.translationPublisher(), "Publisher of the translation");
        }
    }

    private static void addAuthors(XmlNode meta, Attribution it) {
        if (it.author() != null) {
            party(meta, "contributor", it.author(), "Author");
        }
        if (it.translator() != null) {
            party(meta, "contributor", it.translator(), "Translator");
        }
    }

    private void addGenre(XmlNode meta) {
        var kind = published.article().kind();
        if (kind == Kind.INTERVIEW) {
            meta.child("genre", "qcode", "genre:Interview");
        } else if (kind != null) {
            meta.child("genre", "literal", WireName.of(kind));
        }
    }

    private static void addSubject(XmlNode meta, Subject it) {
        boolean isTopic = "medtop".equals(it.scheme()) && it.code() != null;
        var subject =
                isTopic
                        ? meta.child(
                                "subject", "type", "cpnat:abstract", "qcode", "medtop:" + it.code())
                        : meta.child("subject", "type", "cpnat:abstract", "literal", literal(it));
        subject.line("name", it.name());
    }

    private static String literal(Subject it) {
        if (it.code() == null) {
            return it.name();
        }
        return it.scheme() == null ? it.code() : it.scheme() + ":" + it.code();
    }

    /** Somebody or something that no vocabulary knows; {@code what} says why it is named. */
    private static void party(XmlNode parent, String element, String name, String what) {
        var party = parent.child(element, "literal", name);
        party.line("name", name);
        party.line("definition", what);
    }

    private void addContent() {
        var html =
                item.child("contentSet")
                        .child("inlineXML", "contenttype", "application/xhtml+xml")
                        .childIn(
                                Xhtml.NAMESPACE,
                                "html",
                                "lang",
                                published.article().language(),
                                "xml:lang",
                                published.article().language());
        html.child("head").line("title", published.headline());
        var text = ArticleHtml.forSyndication(published.article(), published.absolute());
        Xhtml.copyChildren(Jsoup.parseBodyFragment(text).body(), html.child("body"));
    }
}
