package galley.publish.content;

import java.util.List;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import galley.events.Article;
import galley.events.Ninjs;
import galley.kit.paging.Page;
import galley.publish.edition.Edition;
import galley.publish.edition.Entry;
import galley.publish.frontpage.ReaderSection;
import galley.publish.http.Representation;
import galley.publish.ninjs.NinjsDocuments;
import galley.publish.site.Addresses;

/** Writes what is live in the JSON formats. */
@Singleton
public class ContentForms {
    private final Edition edition;
    private final Addresses addresses;
    private final ObjectMapper json;

    ContentForms(Edition edition, Addresses addresses, ObjectMapper json) {
        this.edition = edition;
        this.addresses = addresses;
        this.json = json;
    }

    /** A live article as the API's own JSON. */
    Representation json(Entry entry) {
        return json(entry.article());
    }

    /** An article that stands as the API's own JSON. */
    public Representation json(Article article) {
        return write(Form.JSON_TYPE, article(article));
    }

    /** A live article as the document that went out on the public topic. */
    public Representation ninjs(Entry entry) {
        var everyAddress = edition.slugs(entry.id()).stream().map(addresses::article).toList();
        var document =
                NinjsDocuments.usable(
                        entry.article(),
                        entry.note(),
                        addresses.article(entry.slug()),
                        everyAddress,
                        addresses::absolute);
        return ninjs(document);
    }

    /** A document as the API and the public topic write it. */
    public Representation ninjs(Ninjs document) {
        return write(Form.NINJS_TYPE, document);
    }

    /** A page of a list. */
    Representation list(Page<Entry> page) {
        List<ContentArticle> items = page.items().stream().map(this::article).toList();
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
                        ContentSection.of(section, addresses),
                        entries.stream().map(this::article).toList(),
                        null));
    }

    private ContentArticle article(Entry entry) {
        return article(entry.article());
    }

    private ContentArticle article(Article article) {
        return ContentArticle.of(article, addresses.article(article.slug()));
    }

    private Representation write(String mediaType, Object content) {
        try {
            return Representation.of(mediaType, json.writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An article of no JSON", e);
        }
    }
}
