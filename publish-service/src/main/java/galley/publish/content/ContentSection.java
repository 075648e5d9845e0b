package galley.publish.content;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import galley.publish.frontpage.ReaderSection;
import galley.publish.site.Addresses;

/**
 * A section as the content API answers it.
 *
 * @param name what articles carry, and what {@code GET /v1/articles?section=} takes
 * @param order sections stand in this order, the lowest first
 * @param language BCP 47, of title and description; null for the publication's own
 * @param url the address of its page
 */
@Schema(name = "Section")
record ContentSection(
        String key,
        String name,
        String title,
        String description,
        int order,
        String language,
        String url) {

    static ContentSection of(ReaderSection section, Addresses addresses) {
        var it = section.settings();
        return new ContentSection(
                section.key(),
                it.name(),
                it.title(),
                it.description(),
                it.order(),
                it.language(),
                addresses.absolute(Addresses.sectionPath(section.key())));
    }
}
