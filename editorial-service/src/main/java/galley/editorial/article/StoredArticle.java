package galley.editorial.article;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

import galley.editorial.content.Content;
import galley.editorial.staff.Actor;
import galley.editorial.workflow.FourEyesException;
import galley.editorial.workflow.Standing;
import galley.editorial.workflow.Step;
import galley.editorial.workflow.StepNotAllowedException;
import galley.events.Article;
import galley.events.Correction;
import galley.events.Proposal;
import galley.events.Provenance;
import galley.events.Publication;
import galley.events.Workflow;

/**
 * An article as it is stored. Each method that changes it is one accepted change: it is guarded by
 * the transition table and makes the next revision. Only the delivery's reports, and that the
 * source would take its item back, leave the revision.
 */
@Entity
@Table(name = "article")
@DynamicUpdate // a decision does not write the content again
public class StoredArticle {
    @Id private UUID id;
    private long revision;
    private int version;

    @Enumerated(EnumType.STRING)
    private Workflow workflow;

    @Enumerated(EnumType.STRING)
    private Publication publication;

    private boolean touched;
    private String lastWriter;
    private String slug;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Content content;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<Correction> corrections;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Provenance provenance;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Proposal cancel;

    private Instant publishedAt;
    private Instant createdAt;
    private Instant updatedAt;
    private String url;
    private int liveVersion;
    private String origin;
    private String desk;
    private Integer priority;

    /** For Hibernate. */
    protected StoredArticle() {}

    private StoredArticle(Step step, UUID id, Content content, Instant now) {
        this.id = id;
        this.revision = 1;
        this.workflow = step.start().orElseThrow();
        this.publication = Publication.UNPUBLISHED;
        this.content = content;
        this.corrections = List.of();
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** An item became an article; nobody on the staff wrote it. */
    public static StoredArticle received(
            UUID id, Content content, Provenance provenance, Instant now) {
        StoredArticle article = new StoredArticle(Step.RECEIVE, id, content, now);
        article.provenance = provenance;
        return article;
    }

    /** Somebody wrote a new article. */
    static StoredArticle created(UUID id, Content content, Actor writer, Instant now) {
        StoredArticle article = new StoredArticle(Step.CREATE, id, content, now);
        article.touched = true;
        article.lastWriter = writer.id();
        return article;
    }

    /**
     * Insists that the actor may take the step now.
     *
     * @throws StepNotAllowedException when the table does not lead on from here by this step
     * @throws FourEyesException when the step needs somebody other than the last writer
     */
    public void guard(Step step, Actor actor) {
        if (!standing().allows(step)) {
            throw new StepNotAllowedException(step, standing());
        }
        if (step.needsOtherEyes() && actor.id().equals(lastWriter)) {
            throw new FourEyesException();
        }
    }

    /** Somebody changed the content. */
    void edit(Content changed, Actor writer, Instant now) {
        move(Step.EDIT, writer, now);
        content = changed;
        lastWriter = writer.id();
    }

    /** The source changed its item. */
    public void updateFromSource(Content changed, Provenance from, Instant now) {
        if (touched) {
            throw new IllegalStateException("A person has the article in hand");
        }
        guard(Step.SOURCE_UPDATE, Actor.source(from.source()));
        content = changed;
        provenance = from;
        revision++;
        updatedAt = now;
    }

    /**
     * Says whose queue it joins, as part of the change that brings the item; null leaves what is.
     *
     * @param newPriority from 1, the first to be dealt with, to 9
     */
    public void route(String newDesk, Integer newPriority) {
        desk = newDesk == null ? desk : newDesk;
        priority = newPriority == null ? priority : newPriority;
    }

    /** A decision that changes nothing but the state. */
    void decide(Step step, Actor actor, Instant now) {
        move(step, actor, now);
    }

    /**
     * The working revision goes out as the next version.
     *
     * @param firstSlug its address; of use only at the first release, which fixes it
     */
    void release(String firstSlug, Actor actor, Instant now) {
        move(Step.RELEASE, actor, now);
        version++;
        if (slug == null) {
            slug = firstSlug;
            Instant embargo = content.embargoedUntil();
            publishedAt = embargo != null && embargo.isAfter(now) ? embargo : now;
        }
    }

    /** The article is withdrawn everywhere. */
    void kill(Actor actor, Instant now) {
        move(Step.KILL, actor, now);
        version++;
        publication = Publication.KILLED;
    }

    private void move(Step step, Actor actor, Instant now) {
        guard(step, actor);
        workflow = step.next(workflow).orElseThrow();
        touched = true;
        revision++;
        updatedAt = now;
    }

    /**
     * Readers have a version. A report that comes late, after a kill or after a newer version,
     * changes nothing.
     */
    public void wentLive(int deliveredVersion, String address) {
        boolean expected =
                deliveredVersion >= Math.max(1, liveVersion) && deliveredVersion <= version;
        if (expected && !isKilled()) {
            publication = Publication.LIVE;
            liveVersion = deliveredVersion;
            url = address;
        }
    }

    /** Readers no longer have any version: the kill has arrived. */
    public void takenDown(int deliveredVersion) {
        if (isKilled() && deliveredVersion == version) {
            liveVersion = 0;
        }
    }

    /**
     * The source takes back what it sent, or no longer does.
     *
     * @param proposal for people to decide on, or null
     */
    public void proposeCancel(Proposal proposal) {
        cancel = proposal;
    }

    /** Notes with which request it began: the trace context that all its events carry on. */
    void began(String origin) {
        this.origin = origin;
    }

    /** Whether a source may still change it. */
    public boolean isUntouched() {
        return !touched && standing().allows(Step.SOURCE_UPDATE);
    }

    /** Whether it was withdrawn everywhere; it never comes back. */
    public boolean isKilled() {
        return publication == Publication.KILLED;
    }

    /** Where it stands. */
    public Standing standing() {
        return new Standing(workflow, publication, version);
    }

    /** UUIDv7, the same for ever. */
    public UUID id() {
        return id;
    }

    /** Counts the accepted changes, from 1. */
    public long revision() {
        return revision;
    }

    /** What people write of it. */
    public Content content() {
        return content;
    }

    /** Where it came from; null for what the staff wrote. */
    public Provenance provenance() {
        return provenance;
    }

    String origin() {
        return origin;
    }

    String slug() {
        return slug;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** The article as the wire has it. */
    public Article article() {
        return Wire.article(
                cancel == null ? content : content.withProposal(cancel),
                new Wire.Frame(
                        id,
                        revision,
                        version,
                        slug,
                        workflow,
                        publication,
                        publishedAt,
                        updatedAt,
                        url,
                        corrections,
                        provenance,
                        desk,
                        priority));
    }
}
