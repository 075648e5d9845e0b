package galley.publish.content;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import galley.publish.document.RelatedLink;
import galley.publish.site.Addresses;

/**
 * Where readers of an article may go on, as the content API answers it.
 *
 * @param url absolute; of an article of this site the address of its page
 * @param article the id of that article; null for any other address
 */
@Schema(name = "Related")
record ContentRelated(String title, String url, UUID article) {

    static ContentRelated of(RelatedLink it, Addresses addresses) {
        return new ContentRelated(
                it.title(),
                it.article() == null ? it.address() : addresses.absolute(it.address()),
                it.article());
    }
}
