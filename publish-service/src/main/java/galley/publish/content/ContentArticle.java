package galley.publish.content;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import galley.events.Article;
import galley.events.Correction;
import galley.events.Kind;
import galley.events.Part;
import galley.events.Publication;
import galley.events.Rights;
import galley.events.Subject;
import galley.events.TeaserBreak;

/**
 * An article as the content API answers it: editorial's JSON without what only editors need, which
 * is the state of the working revision, the proposals and the provenance.
 *
 * @param revision the same number as {@code ce_sequence} on the public topic
 * @param version what the public counts, from 1
 * @param related where readers may go on; articles that are not live are left out
 * @param url the address of the page
 */
@Schema(name = "Article")
record ContentArticle(
        UUID id,
        long revision,
        int version,
        String slug,
        String language,
        Kind kind,
        String headline,
        String standfirst,
        String section,
        List<String> tags,
        List<String> bylines,
        List<Subject> subjects,
        Rights rights,
        TeaserBreak teaserBreak,
        List<Part> parts,
        List<ContentRelated> related,
        Publication publication,
        Instant embargoedUntil,
        Instant publishedAt,
        Instant updatedAt,
        String url,
        List<Correction> corrections) {

    static ContentArticle of(Article it, String url, List<ContentRelated> related) {
        return new ContentArticle(
                it.id(),
                it.revision(),
                it.version(),
                it.slug(),
                it.language(),
                it.kind(),
                it.headline(),
                it.standfirst(),
                it.section(),
                it.tags(),
                it.bylines(),
                it.subjects(),
                it.rights(),
                it.teaserBreak(),
                it.parts(),
                related,
                it.publication(),
                it.embargoedUntil(),
                it.publishedAt(),
                it.updatedAt(),
                url,
                it.corrections());
    }
}
