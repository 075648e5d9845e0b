package galley.publish.content;

import java.util.List;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

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
        return write(Form.JSON_TYPE, article(entry));
    }

    /** The same as bytes of UTF-8, without a line end. */
    public byte[] jsonBytes(Entry entry) {
        return json(entry).bytes();
    }

    /** A live article as the document that went out on the public topic. */
    Representation ninjs(Entry entry) {
        var everyAddress = edition.slugs(entry.id()).stream().map(addresses::article).toList();
        var document =
                NinjsDocuments.usable(
                        entry.article(),
                        entry.note(),
                        addresses.article(entry.slug()),
                        everyAddress,
                        addresses::absolute);
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
        return ContentArticle.of(entry.article(), addresses.article(entry.slug()));
    }

    private Representation write(String mediaType, Object content) {
        try {
            return Representation.of(mediaType, json.writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An article of no JSON", e);
        }
    }
}
