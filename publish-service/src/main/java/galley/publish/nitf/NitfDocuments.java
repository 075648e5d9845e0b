package galley.publish.nitf;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

import galley.events.Subject;
import galley.events.WireName;
import galley.publish.document.Published;
import galley.publish.document.XmlNode;
import galley.publish.site.Addresses;

/**
 * Makes documents of NITF 3.6, in the namespace of its schema. Each part of an article is a {@code
 * block}, so that what was reprinted keeps its own headline, byline, dateline and rights.
 */
public final class NitfDocuments {
    private static final String NAMESPACE = "http://iptc.org/std/NITF/2006-10-18/";

    /** As the standard writes times. */
    private static final DateTimeFormatter NORM =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final Published published;
    private final XmlNode nitf;

    private NitfDocuments(Published published) {
        this.published = published;
        this.nitf =
                XmlNode.root(
                        NAMESPACE,
                        "nitf",
                        "version",
                        "-//IPTC//DTD NITF 3.6//EN",
                        "uno",
                        Addresses.urn(published.article().id()),
                        "baselang",
                        published.article().language());
    }

    /** The document of an article that stands, in UTF-8. */
    public static byte[] of(Published published) {
        var document = new NitfDocuments(published);
        document.addHead();
        document.addBody();
        return document.nitf.toBytes();
    }

    /** For example {@code 20260520T100000Z}. */
    static String norm(Instant time) {
        return NORM.format(time);
    }

    private void addHead() {
        var article = published.article();
        var head = nitf.child("head");
        head.line("title", published.headline());
        meta(head, "section", article.section());
        meta(head, "kind", article.kind() == null ? null : WireName.of(article.kind()));
        var about = head.child("tobject");
        article.subjects().forEach(subject -> addSubject(about, subject));
        if (about.isEmpty()) {
            about.remove();
        }
        addManagement(head.child("docdata", "management-status", "usable"));
        head.child(
                "pubdata",
                "type",
                "web",
                "name",
                published.publisher().name(),
                "date.publication",
                norm(article.publishedAt()),
                "position.section",
                article.section(),
                "ex-ref",
                published.address());
    }

    private static void meta(XmlNode head, String name, String content) {
        if (content != null) {
            head.child("meta", "name", name, "content", content);
        }
    }

    /** The schema wants a number; what has none is among the keywords. */
    private static void addSubject(XmlNode about, Subject it) {
        if (it.code() != null && it.code().matches("[0-9]{8}")) {
            about.child(
                    "tobject.subject",
                    "tobject.subject.ipr",
                    "medtop".equals(it.scheme()) ? "IPTC" : it.scheme(),
                    "tobject.subject.refnum",
                    it.code(),
                    "tobject.subject.type",
                    it.name());
        }
    }

    private void addManagement(XmlNode docdata) {
        var article = published.article();
        for (var correction : article.corrections()) {
            docdata.child("correction", "info", correction.note());
        }
        docdata.child(
                "doc-id",
                "regsrc",
                published.publisher().name(),
                "id-string",
                Addresses.urn(article.id()));
        docdata.child("date.issue", "norm", norm(article.updatedAt()));
        docdata.child("date.release", "norm", norm(article.publishedAt()));
        if (published.note() != null && !published.isCorrection()) {
            docdata.child("ed-msg", "info", published.note());
        }
        docdata.child("du-key", "version", Integer.toString(article.version()));
        var rights = published.rights();
        docdata.child(
                "doc.copyright",
                "year",
                norm(article.publishedAt()).substring(0, 4),
                "holder",
                Objects.requireNonNullElse(rights.copyrightHolder(), published.publisher().name()));
        if (rights.usageTerms() != null) {
            docdata.child("doc.rights", "limitations", rights.usageTerms());
        }
        var keys = docdata.child("key-list");
        article.tags().forEach(tag -> keys.child("keyword", "key", tag));
        article.subjects().stream()
                .map(Subject::name)
                .filter(Objects::nonNull)
                .distinct()
                .filter(name -> !article.tags().contains(name))
                .forEach(name -> keys.child("keyword", "key", name));
        if (keys.isEmpty()) {
            keys.remove();
        }
    }

    private void addBody() {
        var article = published.article();
        var body = nitf.child("body");
        var head = body.child("body.head");
        head.child("hedline").child("hl1").text(published.headline());
        head.line("rights", published.rights().copyrightNotice());
        article.bylines().forEach(byline -> head.line("byline", byline));
        head.child("distributor").line("org", published.publisher().name());
        published.wireDateline().ifPresent(dateline -> NitfBlock.dateline(head, dateline));
        if (article.standfirst() != null && !article.standfirst().isBlank()) {
            head.child("abstract").line("p", article.standfirst());
        }
        var content = body.child("body.content");
        article.parts().forEach(part -> new NitfBlock(published, content).add(part));
        body.child("body.end").line("tagline", published.address());
    }
}
