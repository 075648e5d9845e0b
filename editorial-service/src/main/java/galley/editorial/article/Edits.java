package galley.editorial.article;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;

import galley.editorial.autosave.Autosaves;
import galley.editorial.content.Content;
import galley.editorial.content.ContentReader;
import galley.editorial.content.KnownPictures;
import galley.editorial.content.TeaserBreaks;
import galley.editorial.desk.Desks;
import galley.editorial.history.Reason;
import galley.editorial.lock.Locks;
import galley.editorial.staff.Caller;
import galley.editorial.template.Templates;
import galley.editorial.workflow.Step;
import galley.events.Article;
import galley.events.Provenance;
import galley.kit.html.SafeHtml;
import galley.kit.json.MergePatch;
import galley.kit.json.StrictJson;
import galley.kit.problem.Problems;

/** Takes what people write: each save is one transaction under the article's row lock. */
@ApplicationScoped
public class Edits {
    private static final TimeBasedEpochRandomGenerator IDS =
            Generators.timeBasedEpochRandomGenerator();

    private final Articles articles;
    private final Refusals refusals;
    private final Desks desks;
    private final Ledger ledger;
    private final Locks locks;
    private final Autosaves autosaves;
    private final Templates templates;
    private final Clock clock;
    private final ContentReader reader;

    Edits(
            Articles articles,
            Refusals refusals,
            Desks desks,
            Ledger ledger,
            Locks locks,
            Autosaves autosaves,
            Templates templates,
            Clock clock,
            KnownPictures pictures) {
        this.articles = articles;
        this.refusals = refusals;
        this.desks = desks;
        this.ledger = ledger;
        this.locks = locks;
        this.autosaves = autosaves;
        this.templates = templates;
        this.clock = clock;
        this.reader = new ContentReader(SafeHtml::clean, pictures);
    }

    /**
     * Begins an article as a draft.
     *
     * @param desk whose queue it joins; null for none
     * @param template the id of a template, which the history keeps; null or empty for none
     * @param body the article as JSON; with a template, a merge patch (RFC 7396) of what that says;
     *     an {@code internalNote} beside it says why
     * @throws galley.kit.problem.Problem 403, 400, 413 or 422
     */
    @Transactional
    public Article create(String desk, String template, byte[] body, Caller writer) {
        desks.requirePrivilege(desk, Step.CREATE, writer);
        boolean fromTemplate = template != null && !template.isBlank();
        SentContent sent = SentContent.read(body);
        JsonNode json =
                fromTemplate
                        ? MergePatch.apply(templates.contentOf(template), sent.content())
                        : sent.content();
        Content content = reader.read(json, List.of());
        Instant now = clock.instant();
        StoredArticle article = StoredArticle.created(IDS.generate(), content, writer.actor(), now);
        article.route(desk, null);
        write(
                article,
                Change.beginning(Step.CREATE, writer, sent.reason(), now)
                        .about(fromTemplate ? Map.of("template", template) : null));
        return article.article();
    }

    /**
     * Replaces the content.
     *
     * @param ifMatch the header, or null
     * @param body the whole article as JSON; an {@code internalNote} beside it says why
     * @throws galley.kit.problem.Problem 404, 428, 412, 409, 400, 413 or 422, in this order
     */
    @Transactional
    public Article replace(UUID id, String ifMatch, byte[] body, Caller writer) {
        StoredArticle article = lockFor(id, ifMatch, writer);
        SentContent sent = SentContent.read(body);
        save(article, sent.content(), sent.reason(), writer);
        autosaves.forget(id, writer.actor());
        return article.article();
    }

    /**
     * Changes some of the content. What the writer kept of other members stays kept.
     *
     * @param ifMatch the header, or null
     * @param body a merge patch (RFC 7396) of the article; an {@code internalNote} beside it says
     *     why
     * @throws galley.kit.problem.Problem 404, 428, 412, 409, 400, 413 or 422, in this order
     */
    @Transactional
    public Article patch(UUID id, String ifMatch, byte[] body, Caller writer) {
        StoredArticle article = lockFor(id, ifMatch, writer);
        SentContent sent = SentContent.read(body);
        JsonNode patched = MergePatch.apply(StrictJson.treeOf(article.content()), sent.content());
        save(article, patched, sent.reason(), writer);
        Article saved = article.article();
        autosaves.forgetSaved(id, writer.actor(), sent.content(), StrictJson.treeOf(saved));
        return saved;
    }

    /**
     * Changes the content as a decision about it asks; one that changes neither it nor where it
     * comes from makes no revision.
     *
     * @param ifMatch the header, or null
     * @param change what the content becomes, read from the present one once nothing else stands
     *     against it; it is checked like one that was sent
     * @throws galley.kit.problem.Problem 404, 428, 412, 409, 413 or 422, in this order
     */
    @Transactional
    public Article change(UUID id, String ifMatch, Caller writer, Function<Content, Edit> change) {
        StoredArticle article = lockFor(id, ifMatch, writer);
        Edit edit = change.apply(article.content());
        Content content = checked(edit.content(), article.content());
        save(article, edit.with(content), writer);
        return article.article();
    }

    /** A break that a decision did not choose moves with what is left of its part. */
    private Content checked(Content content, Content present) {
        Content sound =
                Objects.equals(content.teaserBreak(), present.teaserBreak())
                        ? TeaserBreaks.drawnBack(content)
                        : content;
        // of a decision nobody writes the headline: it is the present one, or was once
        return reader.read(StrictJson.treeOf(sound), sound.proposals(), sound.headline());
    }

    private StoredArticle lockFor(UUID id, String ifMatch, Caller writer) {
        StoredArticle article = articles.lock(id).orElseThrow(Articles::notFound);
        refusals.check(article, ifMatch, Step.EDIT, writer);
        locks.requireNotHeldByAnother(id, writer);
        return article;
    }

    private void save(StoredArticle article, Edit edit, Caller writer) {
        boolean comesFromElsewhere =
                edit.provenance() != null && !edit.provenance().equals(article.provenance());
        if (comesFromElsewhere || !edit.content().equals(article.content())) {
            Instant now = clock.instant();
            Change change = Change.of(article, Step.EDIT, writer, edit.reason(), now);
            article.edit(edit.content(), writer.actor(), now);
            if (edit.provenance() != null) {
                article.comesFrom(edit.provenance());
            }
            write(article, change.about(edit.details()));
        }
    }

    /**
     * A content that a decision asks for.
     *
     * @param details what the history keeps of the decision; null for nothing
     * @param provenance where it comes from; null for where the article came from
     * @param reason what was said about it
     */
    public record Edit(
            Content content, Map<String, Object> details, Provenance provenance, Reason reason) {

        /** A content of the staff's own. */
        public Edit(Content content, Map<String, Object> details) {
            this(content, details, null, Reason.NONE);
        }

        private Edit with(Content checked) {
            return new Edit(checked, details, provenance, reason);
        }
    }

    /** A save that changes nothing makes no revision: nobody wrote anything. */
    private void save(StoredArticle article, JsonNode json, Reason reason, Caller writer) {
        Content present = article.content();
        Content content = reader.read(json, present.proposals(), present.headline());
        save(article, new Edit(content, null, null, reason), writer);
    }

    private void write(StoredArticle article, Change change) {
        try {
            ledger.write(article, change);
        } catch (ArticleTooLargeException e) {
            throw Problems.tooLarge(e.getMessage(), e.limit());
        }
    }
}
