package galley.editorial.article;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

import galley.editorial.content.Content;
import galley.editorial.history.Chain;
import galley.editorial.staff.Actor;
import galley.editorial.workflow.Standing;
import galley.editorial.workflow.Step;
import galley.editorial.workflow.StepNotAllowedException;
import galley.events.Amendment;
import galley.events.Article;
import galley.events.Correction;
import galley.events.Proposal;
import galley.events.Provenance;
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

    private Instant stateSince;

    @Embedded private LiveCopy live = new LiveCopy();

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

    /** As in the content, for the calendar to find. */
    private Instant embargoedUntil;

    private Instant publishedAt;
    private Instant createdAt;
    private Instant updatedAt;
    private String origin;
    private String desk;
    private Integer priority;
    private String assignee;
    private Instant dueAt;

    /** Null while it does not go out by itself. */
    @Embedded private Schedule schedule;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Amendment amendment;

    @Enumerated(EnumType.STRING)
    private Workflow spikedFrom;

    /** Of the last release: its content is what readers have, or would have. */
    private Long releasedRevision;

    @Embedded private Chain chain = new Chain();

    /** Who had it in hand when it was read; nobody where it begins. */
    @Transient private Assignment assignmentBefore = new Assignment(null, null, null);

    /** For Hibernate. */
    protected StoredArticle() {}

    private StoredArticle(Step step, UUID id, Content content, Instant now) {
        this.id = id;
        this.revision = 1;
        enter(step.start().orElseThrow(), now);
        write(content);
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
     * Insists that the step may be taken now.
     *
     * @throws StepNotAllowedException when the table does not lead on from here by this step
     */
    public void guard(Step step) {
        if (!standing().allows(step)) {
            throw new StepNotAllowedException(step, standing());
        }
    }

    /** Whether the step wants somebody other than the last writer, and the actor is just that. */
    boolean lacksOtherEyes(Step step, Actor actor) {
        return step.needsOtherEyes() && actor.id().equals(lastWriter);
    }

    /** Somebody changed the content. */
    void edit(Content changed, Actor writer, Instant now) {
        move(Step.EDIT, now);
        write(changed);
        lastWriter = writer.id();
    }

    /** What was written is the source's, as part of the same change. */
    void comesFrom(Provenance from) {
        provenance = from;
    }

    /** The source changed its item. */
    public void updateFromSource(Content changed, Provenance from, Instant now) {
        if (touched) {
            throw new IllegalStateException("A person has the article in hand");
        }
        guard(Step.SOURCE_UPDATE);
        write(changed);
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
    void decide(Step step, Instant now) {
        move(step, now);
    }

    /**
     * The approved revision goes out at a time, by the decision of whoever says so.
     *
     * @param overrides the checks that do not stop it then
     */
    void schedule(Instant at, Set<String> overrides, Actor actor, Instant now) {
        move(Step.SCHEDULE, now);
        schedule = new Schedule(at, actor, overrides);
    }

    /**
     * The working revision goes out as the next version.
     *
     * @param step a release, or one in an emergency
     * @param firstSlug its address; of use only at the first release, which fixes it
     */
    void release(Step step, String firstSlug, Instant now) {
        move(step, now);
        version++;
        releasedRevision = revision;
        if (slug == null) {
            slug = firstSlug;
            Instant embargo = embargoedUntil;
            publishedAt = embargo != null && embargo.isAfter(now) ? embargo : now;
        }
        if (amendment != null && amendment.kind() == Amendment.Kind.CORRECTION) {
            var made = new Correction(version, now, amendment.note());
            corrections = Stream.concat(corrections.stream(), Stream.of(made)).toList();
        }
        amendment = null;
    }

    /**
     * A correction or an update begins.
     *
     * @param released what readers have
     * @param note what was wrong, or is new, as readers will see it; may be null
     * @param actor whose note it is: somebody else approves what it comes with
     */
    void amend(Step step, Contents.Past released, String note, Actor actor, Instant now) {
        move(step, now);
        write(released.content());
        provenance = released.provenance();
        lastWriter = actor.id();
        amendment =
                new Amendment(
                        step == Step.CORRECT ? Amendment.Kind.CORRECTION : Amendment.Kind.UPDATE,
                        note);
        spikedFrom = null;
    }

    /** Readers do not get the article for now. */
    void withhold(Instant now) {
        move(Step.WITHHOLD, now);
        live.withhold(revision);
    }

    /** Readers get the article again; it is live once that has arrived. */
    void reinstate(Instant now) {
        move(Step.REINSTATE, now);
        live.reinstate(revision);
    }

    /** The article is withdrawn everywhere. */
    void kill(Instant now) {
        move(Step.KILL, now);
        version++;
        live.kill();
    }

    /** The working revision is put away. */
    void spike(Instant now) {
        // a time that was set may have passed when it comes back
        Workflow from = workflow == Workflow.SCHEDULED ? Workflow.APPROVED : workflow;
        move(Step.SPIKE, now);
        spikedFrom = from;
    }

    /** The working revision that was put away is back. */
    void restore(Instant now) {
        move(Step.RESTORE, now);
        enter(spikedFrom, now);
        spikedFrom = null;
    }

    /**
     * Somebody has it in hand from now on, or another desk.
     *
     * @param approvalHolds whether an approval counts there as well; else it is reviewed again
     */
    void assign(Assignment assignment, boolean approvalHolds, Instant now) {
        move(Step.ASSIGN, now);
        if (!approvalHolds) {
            loseApproval(now);
        }
        assignee = assignment.assignee();
        desk = assignment.desk();
        dueAt = assignment.dueAt();
    }

    private void loseApproval(Instant now) {
        if (workflow == Workflow.APPROVED || workflow == Workflow.SCHEDULED) {
            enter(Workflow.IN_REVIEW, now);
            schedule = null;
        }
        if (spikedFrom == Workflow.APPROVED) {
            spikedFrom = Workflow.IN_REVIEW;
        }
    }

    private void write(Content written) {
        content = written;
        embargoedUntil = written.embargoedUntil();
    }

    private void enter(Workflow state, Instant now) {
        if (state != workflow) {
            workflow = state;
            stateSince = now;
        }
    }

    private void move(Step step, Instant now) {
        guard(step);
        enter(step.next(workflow).orElseThrow(), now);
        if (workflow != Workflow.SCHEDULED) {
            schedule = null;
        }
        touched = true;
        revision++;
        updatedAt = now;
    }

    /**
     * Readers have a version. A report that comes late, after a newer version or after the article
     * was killed or withheld, changes nothing.
     *
     * @param deliveredRevision the decision that the report is about
     */
    public void wentLive(long deliveredRevision, int deliveredVersion, String address) {
        live.wentLive(deliveredRevision, deliveredVersion, version, address);
    }

    /** Readers no longer have any version: the kill has arrived, or that it is withheld. */
    public void takenDown(long deliveredRevision, int deliveredVersion) {
        live.takenDown(deliveredRevision, deliveredVersion, version);
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
        return live.isKilled();
    }

    /** Where it stands. */
    public Standing standing() {
        return new Standing(workflow, live.publication(), version);
    }

    /** Since when its working revision is in its state. */
    Instant stateSince() {
        return stateSince;
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

    /** Where its history ends. */
    public Chain chain() {
        return chain;
    }

    String origin() {
        return origin;
    }

    String slug() {
        return slug;
    }

    /** When the approved revision goes out by itself; null for never. */
    public Instant scheduledAt() {
        return schedule == null ? null : schedule.at();
    }

    /** That the approved revision goes out by itself; null while it does not. */
    Schedule schedule() {
        return schedule;
    }

    /** The revision whose content readers have, or would have; null before the first release. */
    Long releasedRevision() {
        return releasedRevision;
    }

    /** Who has it in hand, and until when. */
    Assignment assignment() {
        return new Assignment(assignee, desk, dueAt);
    }

    @PostLoad
    void noteAssignment() {
        assignmentBefore = assignment();
    }

    /** What just happened to it, for those who follow it. */
    public ArticleChanged changed(String step, Actor actor, Instant at) {
        return ArticleChanged.of(article(), assignmentBefore, step, actor.id(), at);
    }

    /** When it began here. */
    public Instant createdAt() {
        return createdAt;
    }

    /** The article as the wire has it. */
    public Article article() {
        return articleWith(cancel == null ? content : content.withProposal(cancel));
    }

    /** The article as the wire has it, with another content, such as that which readers have. */
    Article articleWith(Content shown) {
        return Wire.article(
                shown,
                new Wire.Frame(
                        id,
                        revision,
                        version,
                        slug,
                        workflow,
                        live.publication(),
                        publishedAt,
                        updatedAt,
                        live.url(),
                        corrections,
                        provenance,
                        new Wire.Handling(
                                desk, priority, scheduledAt(), amendment, assignee, dueAt)));
    }
}
