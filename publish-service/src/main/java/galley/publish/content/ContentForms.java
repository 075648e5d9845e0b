package galley.publish.content;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import galley.events.Article;
import galley.events.Ninjs;
import galley.kit.paging.Page;
import galley.publish.content.Form.Offer;
import galley.publish.document.Published;
import galley.publish.document.Publisher;
import galley.publish.document.RelatedLink;
import galley.publish.edition.ArticleLists.Listed;
import galley.publish.edition.Edition;
import galley.publish.edition.Entry;
import galley.publish.edition.RelatedLinks;
import galley.publish.edition.State;
import galley.publish.frontpage.ReaderSection;
import galley.publish.http.Representation;
import galley.publish.jsonld.JsonLdDocuments;
import galley.publish.newsml.NewsmlDocuments;
import galley.publish.ninjs.NinjsDocuments;
import galley.publish.nitf.NitfDocuments;
import galley.publish.plaintext.PlainArticle;
import galley.publish.site.Addresses;
import galley.publish.site.SiteConfig;

/** Writes what is live in the forms of the content API. */
@Singleton
public class ContentForms {
    private final Edition edition;
    private final RelatedLinks relatedLinks;
    private final Addresses addresses;
    private final SiteConfig site;
    private final ObjectMapper json;

    ContentForms(
            Edition edition,
            RelatedLinks relatedLinks,
            Addresses addresses,
            SiteConfig site,
            ObjectMapper json) {
        this.edition = edition;
        this.relatedLinks = relatedLinks;
        this.addresses = addresses;
        this.site = site;
        this.json = json;
    }

    /** A live article in a form; pages are not written here. */
    Representation of(Entry entry, Offer offer) {
        var type = offer.contentType();
        return switch (offer.form()) {
            case JSON -> json(entry.article());
            case NINJS -> ninjs(entry);
            case JSON_LD ->
                    write(
                            type,
                            JsonLdDocuments.of(published(entry), relatedLinks.of(entry.article())));
            case NEWSML_G2 -> Representation.of(type, NewsmlDocuments.of(published(entry)));
            case NITF -> Representation.of(type, NitfDocuments.of(published(entry)));
            case TEXT -> Representation.of(type, PlainArticle.of(published(entry)));
            case HTML -> throw new IllegalArgumentException("Pages are written elsewhere");
        };
    }

    /** An article that stands as the API's own JSON, in UTF-8 and without a line end. */
    public Representation json(Article article) {
        return write(Form.JSON_TYPE, article(article, relatedLinks.of(article)));
    }

    /** A live article as the document that went out on the public topic. */
    public Representation ninjs(Entry entry) {
        var everyAddress = edition.slugs(entry.id()).stream().map(addresses::article).toList();
        return ninjs(
                NinjsDocuments.usable(
                        entry.article(),
                        entry.note(),
                        addresses.article(entry.slug()),
                        everyAddress,
                        addresses::absolute));
    }

    /** A document as the API and the public topic write it. */
    public Representation ninjs(Ninjs document) {
        return write(Form.NINJS_TYPE, document);
    }

    private Published published(Entry entry) {
        return new Published(
                entry.article(),
                entry.note(),
                addresses.article(entry.slug()),
                new Publisher(site.title(), addresses.absolute("/")),
                addresses::absolute);
    }

    /** A page of a list. */
    Representation list(Page<Entry> page) {
        List<ContentArticle> items = articles(page.items());
        return write(Form.JSON_TYPE, new Page<>(items, page.next()));
    }

    /** A page of a list that a client has narrowed, with the members that it asks for. */
    Representation list(Listed page, Fields fields) {
        var live = page.items().stream().filter(it -> it.state() == State.LIVE).toList();
        var articles =
                articles(live).stream()
                        .collect(Collectors.toMap(ContentArticle::id, Function.identity()));
        var items =
                page.items().stream()
                        .map(
                                entry ->
                                        entry.state() == State.LIVE
                                                ? fields.of(articles.get(entry.id()), json)
                                                : RemovedArticle.of(entry))
                        .toList();
        return write(Form.JSON_TYPE, new Page<>(items, page.next()));
    }

    /** The sections that readers see, on one page. */
    Representation sections(List<ReaderSection> sections) {
        List<ContentSection> items =
                sections.stream().map(section -> ContentSection.of(section, addresses)).toList();
        return write(Form.JSON_TYPE, new Page<>(items, null));
    }

    /** A section with the articles of its page. */
    Representation section(ReaderSection section, List<Entry> entries) {
        return write(
                Form.JSON_TYPE,
                new ContentSectionPage(
                        ContentSection.of(section, addresses), articles(entries), null));
    }

    private List<ContentArticle> articles(List<Entry> entries) {
        List<Article> articles = entries.stream().map(Entry::article).toList();
        var links = relatedLinks.of(articles);
        return articles.stream().map(it -> article(it, links.get(it.id()))).toList();
    }

    private ContentArticle article(Article article, List<RelatedLink> links) {
        return ContentArticle.of(article, addresses.article(article.slug()), related(links));
    }

    private List<ContentRelated> related(List<RelatedLink> links) {
        return links.stream().map(it -> ContentRelated.of(it, addresses)).toList();
    }

    private Representation write(String mediaType, Object content) {
        try {
            return Representation.of(mediaType, json.writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An article of no JSON", e);
        }
    }
}
