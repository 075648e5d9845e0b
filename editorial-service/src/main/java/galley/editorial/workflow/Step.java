package galley.editorial.workflow;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

import galley.events.Article;
import galley.events.ArticleApproved;
import galley.events.ArticleAssigned;
import galley.events.ArticleChangesRequested;
import galley.events.ArticleCorrectionBegun;
import galley.events.ArticleEdited;
import galley.events.ArticleKilled;
import galley.events.ArticleReceived;
import galley.events.ArticleReinstated;
import galley.events.ArticleRejected;
import galley.events.ArticleReleased;
import galley.events.ArticleRestored;
import galley.events.ArticleScheduled;
import galley.events.ArticleSpiked;
import galley.events.ArticleSubmitted;
import galley.events.ArticleUnscheduled;
import galley.events.ArticleUpdateBegun;
import galley.events.ArticleWithdrawn;
import galley.events.ArticleWithheld;
import galley.events.Decision;
import galley.events.LifecycleEvent;
import galley.events.WireName;
import galley.events.Workflow;

import static galley.editorial.staff.Roles.EDITORS;
import static galley.editorial.staff.Roles.NOBODY;
import static galley.editorial.staff.Roles.PUBLISHERS;
import static galley.editorial.staff.Roles.WRITERS;
import static galley.editorial.workflow.NoteRule.INTERNAL_REQUIRED;
import static galley.editorial.workflow.NoteRule.OPTIONAL;
import static galley.editorial.workflow.NoteRule.REQUIRED;
import static galley.editorial.workflow.Route.anywhere;
import static galley.editorial.workflow.Route.back;
import static galley.editorial.workflow.Route.begins;
import static galley.editorial.workflow.Route.goes;
import static galley.editorial.workflow.Route.stays;
import static galley.events.Workflow.APPROVED;
import static galley.events.Workflow.CHANGES_REQUESTED;
import static galley.events.Workflow.DRAFT;
import static galley.events.Workflow.IN_REVIEW;
import static galley.events.Workflow.RECEIVED;
import static galley.events.Workflow.REJECTED;
import static galley.events.Workflow.RELEASED;
import static galley.events.Workflow.SCHEDULED;
import static galley.events.Workflow.SPIKED;

/**
 * The transition table: every step with its route through the states, who may take it, whether it
 * says why, and the event that tells it. What the table does not allow is refused.
 */
// The sets are made by Set.of and the functions are constructors: nothing here can change.
@SuppressWarnings("ImmutableEnumChecker")
public enum Step {
    /** An item becomes an article. */
    RECEIVE(begins(RECEIVED), NOBODY, OPTIONAL, ArticleReceived::new),

    /** The source changed an item that no person has touched. */
    SOURCE_UPDATE(stays(RECEIVED), NOBODY, OPTIONAL, ArticleEdited::new),

    /** Somebody writes a new article. */
    CREATE(begins(DRAFT), WRITERS, OPTIONAL, ArticleEdited::new),

    /** Somebody changes the content; what was approved is reviewed again. */
    EDIT(
            stays(RECEIVED, DRAFT, CHANGES_REQUESTED, IN_REVIEW)
                    .or(goes(APPROVED, SCHEDULED).to(IN_REVIEW)),
            WRITERS,
            OPTIONAL,
            ArticleEdited::new),

    /** The working revision goes to review. */
    SUBMIT(
            goes(RECEIVED, DRAFT, CHANGES_REQUESTED).to(IN_REVIEW),
            WRITERS,
            OPTIONAL,
            ArticleSubmitted::new),

    /** The working revision is taken back from review. */
    WITHDRAW(goes(IN_REVIEW).to(DRAFT), WRITERS, OPTIONAL, ArticleWithdrawn::new),

    /** A second pair of eyes finds it good. */
    APPROVE(goes(IN_REVIEW).to(APPROVED), EDITORS, OPTIONAL, ArticleApproved::new),

    /** Review sends it back. */
    REQUEST_CHANGES(
            goes(IN_REVIEW).to(CHANGES_REQUESTED), EDITORS, REQUIRED, ArticleChangesRequested::new),

    /** Review turns it down. */
    REJECT(goes(IN_REVIEW).to(REJECTED), EDITORS, REQUIRED, ArticleRejected::new),

    /** This version goes out at a time; a time that was set can be changed. */
    SCHEDULE(
            goes(APPROVED).to(SCHEDULED).or(stays(SCHEDULED)),
            PUBLISHERS,
            OPTIONAL,
            ArticleScheduled::new),

    /** This version no longer goes out by itself. */
    UNSCHEDULE(goes(SCHEDULED).to(APPROVED), PUBLISHERS, OPTIONAL, ArticleUnscheduled::new),

    /** This version goes out. */
    RELEASE(goes(APPROVED, SCHEDULED).to(RELEASED), PUBLISHERS, OPTIONAL, ArticleReleased::new),

    /**
     * This version goes out without a second pair of eyes: it can't wait, and somebody says why.
     */
    EMERGENCY_RELEASE(
            goes(RECEIVED, DRAFT, CHANGES_REQUESTED, IN_REVIEW).to(RELEASED),
            PUBLISHERS,
            INTERNAL_REQUIRED,
            ArticleReleased::new),

    /** What readers have was wrong: a revision begins that corrects it. */
    CORRECT(
            goes(RELEASED, SPIKED).to(DRAFT),
            Standing::wasReleased,
            PUBLISHERS,
            REQUIRED,
            ArticleCorrectionBegun::new),

    /** A revision begins that brings what readers have up to date. */
    UPDATE(
            goes(RELEASED, SPIKED).to(DRAFT),
            Standing::wasReleased,
            PUBLISHERS,
            OPTIONAL,
            ArticleUpdateBegun::new),

    /** Readers do not get the article for now. */
    WITHHOLD(anywhere(), Standing::canBeWithheld, PUBLISHERS, OPTIONAL, ArticleWithheld::new),

    /** Readers get the article again. */
    REINSTATE(anywhere(), Standing::isWithheld, PUBLISHERS, OPTIONAL, ArticleReinstated::new),

    /** The article is withdrawn everywhere, whatever its working revision is at. */
    KILL(anywhere(), Standing::wasReleased, PUBLISHERS, REQUIRED, ArticleKilled::new),

    /** The working revision is put away, out of everybody's way. */
    SPIKE(
            goes(RECEIVED, DRAFT, IN_REVIEW, CHANGES_REQUESTED, APPROVED, SCHEDULED, REJECTED)
                    .to(SPIKED),
            EDITORS,
            OPTIONAL,
            ArticleSpiked::new),

    /** The working revision that was put away is back where it was. */
    RESTORE(back(SPIKED), EDITORS, OPTIONAL, ArticleRestored::new),

    /**
     * Somebody has the article in hand from now on, or another desk. Where that has other rules, an
     * approval does not go along: what was approved is reviewed again.
     */
    ASSIGN(anywhere(), EDITORS, OPTIONAL, ArticleAssigned::new);

    private final Route route;
    private final Predicate<Standing> condition;
    private final Set<String> roles;
    private final NoteRule note;
    private final BiFunction<Article, Decision, LifecycleEvent> event;

    Step(
            Route route,
            Set<String> roles,
            NoteRule note,
            BiFunction<Article, Decision, LifecycleEvent> event) {
        this(route, _ -> true, roles, note, event);
    }

    Step(
            Route route,
            Predicate<Standing> condition,
            Set<String> roles,
            NoteRule note,
            BiFunction<Article, Decision, LifecycleEvent> event) {
        this.route = route;
        this.condition = condition;
        this.roles = roles;
        this.note = note;
        this.event = event;
    }

    /** The step's name on the wire, for example {@code request-changes}. */
    public String wireName() {
        return WireName.of(this);
    }

    /** The roles that may take the step; none where only the platform does. */
    public Set<String> roles() {
        return roles;
    }

    /** Whether the step says why. */
    public NoteRule note() {
        return note;
    }

    /** Whether the step writes content, rather than decides on it. */
    public boolean writes() {
        return switch (this) {
            // a correction or an update begins with what readers have
            case RECEIVE, SOURCE_UPDATE, CREATE, EDIT, CORRECT, UPDATE -> true;
            default -> false;
        };
    }

    /** Whether who wrote the last change may not take the step. */
    public boolean needsOtherEyes() {
        return this == APPROVE;
    }

    /** The state of an article that begins with this step; empty for every other step. */
    public Optional<Workflow> start() {
        return route.start();
    }

    /** The state that the step leads to from this one; empty where it is not legal. */
    public Optional<Workflow> next(Workflow state) {
        return Optional.ofNullable(route.moves().get(state));
    }

    /** The event that tells that the step was taken. */
    public LifecycleEvent event(Article article, Decision decision) {
        return event.apply(article, decision);
    }

    /** Whether somebody with these roles may take the step. */
    public boolean isFor(Set<String> held) {
        return !Collections.disjoint(roles, held);
    }

    boolean leadsFrom(Standing standing) {
        return next(standing.workflow()).isPresent() && condition.test(standing);
    }
}
