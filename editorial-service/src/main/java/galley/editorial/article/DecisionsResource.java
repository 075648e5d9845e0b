package galley.editorial.article;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import galley.editorial.staff.Callers;
import galley.editorial.workflow.Step;
import galley.events.Article;

import static galley.editorial.staff.Roles.EDITOR;
import static galley.editorial.staff.Roles.PUBLISHER;
import static galley.editorial.staff.Roles.WRITER;

/**
 * Decisions on an article, one sub-resource each. Each takes {@code If-Match} with the ETag of the
 * revision that was decided on, and {@code {"note": "…", "internalNote": "…"}} or nothing, some
 * with members of their own; each answers the article with its new ETag.
 */
@Path("/v1/articles/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Decisions")
public class DecisionsResource {
    private final Decisions decisions;
    private final Callers callers;

    DecisionsResource(Decisions decisions, Callers callers) {
        this.decisions = decisions;
        this.callers = callers;
    }

    /** Sends the working revision to review. */
    @POST
    @Path("submit")
    @RolesAllowed({WRITER, EDITOR, PUBLISHER})
    @Operation(summary = "Sends the working revision to review")
    public RestResponse<Article> submit(
            @RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        return take(Step.SUBMIT, id, ifMatch, body);
    }

    /** Takes the working revision back from review; it is a draft again. */
    @POST
    @Path("withdraw")
    @RolesAllowed({WRITER, EDITOR, PUBLISHER})
    @Operation(summary = "Takes the working revision back from review")
    public RestResponse<Article> withdraw(
            @RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        return take(Step.WITHDRAW, id, ifMatch, body);
    }

    /** Finds the working revision good; whoever wrote the last change may not. */
    @POST
    @Path("approve")
    @RolesAllowed({EDITOR, PUBLISHER})
    @Operation(summary = "Finds the working revision good")
    public RestResponse<Article> approve(
            @RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        return take(Step.APPROVE, id, ifMatch, body);
    }

    /** Sends the working revision back with a note. */
    @POST
    @Path("request-changes")
    @RolesAllowed({EDITOR, PUBLISHER})
    @Operation(summary = "Sends the working revision back; needs a note")
    public RestResponse<Article> requestChanges(
            @RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        return take(Step.REQUEST_CHANGES, id, ifMatch, body);
    }

    /** Turns the article down with a note, and a reason of a few to be counted by. */
    @POST
    @Path("reject")
    @RolesAllowed({EDITOR, PUBLISHER})
    @Operation(
            summary = "Turns the article down; needs a note",
            description =
                    "`reason` is one of duplicate, off-topic, rights, quality, legal, outdated and"
                            + " other; without it, other. Figures count rejections by it.")
    public RestResponse<Article> reject(
            @RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        return take(Step.REJECT, id, ifMatch, body);
    }

    /** Sends this version out; the first release fixes the slug. */
    @POST
    @Path("release")
    @RolesAllowed(PUBLISHER)
    @Operation(summary = "Sends this version out")
    public RestResponse<Article> release(
            @RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        return take(Step.RELEASE, id, ifMatch, body);
    }

    /** Withdraws the article everywhere with a public note; there is no way back. */
    @POST
    @Path("kill")
    @RolesAllowed(PUBLISHER)
    @Operation(summary = "Withdraws the article everywhere; needs a note")
    public RestResponse<Article> kill(
            @RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        return take(Step.KILL, id, ifMatch, body);
    }

    /** Lets this version go out at a time: {@code {"at": "<RFC 3339>"}}. */
    @POST
    @Path("schedule")
    @RolesAllowed(PUBLISHER)
    @Operation(summary = "Lets this version go out at a time; may be called again for another time")
    public RestResponse<Article> schedule(
            @RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        return take(Step.SCHEDULE, id, ifMatch, body);
    }

    /** Keeps this version from going out by itself. */
    @POST
    @Path("unschedule")
    @RolesAllowed(PUBLISHER)
    @Operation(summary = "Keeps this version from going out by itself")
    public RestResponse<Article> unschedule(
            @RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        return take(Step.UNSCHEDULE, id, ifMatch, body);
    }

    /** Sends this version out without approval; needs an internal note. The history shows it. */
    @POST
    @Path("emergency-release")
    @RolesAllowed(PUBLISHER)
    @Operation(
            summary =
                    "Sends this version out without approval; needs an internalNote that says why")
    public RestResponse<Article> emergencyRelease(
            @RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        return take(Step.EMERGENCY_RELEASE, id, ifMatch, body);
    }

    /**
     * Begins a correction of what readers have; the note says what was wrong, and readers get it.
     */
    @POST
    @Path("correct")
    @RolesAllowed(PUBLISHER)
    @Operation(
            summary =
                    "Begins a correction of what readers have; needs a note that says what was"
                            + " wrong")
    public RestResponse<Article> correct(
            @RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        return take(Step.CORRECT, id, ifMatch, body);
    }

    /** Begins a revision that brings what readers have up to date. */
    @POST
    @Path("update")
    @RolesAllowed(PUBLISHER)
    @Operation(summary = "Begins an update of what readers have")
    public RestResponse<Article> update(
            @RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        return take(Step.UPDATE, id, ifMatch, body);
    }

    /** Takes the article from readers for now. */
    @POST
    @Path("withhold")
    @RolesAllowed(PUBLISHER)
    @Operation(summary = "Takes the article from readers for now")
    public RestResponse<Article> withhold(
            @RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        return take(Step.WITHHOLD, id, ifMatch, body);
    }

    /** Gives readers the article again that was withheld. */
    @POST
    @Path("reinstate")
    @RolesAllowed(PUBLISHER)
    @Operation(summary = "Gives readers the article again that was withheld")
    public RestResponse<Article> reinstate(
            @RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        return take(Step.REINSTATE, id, ifMatch, body);
    }

    /** Puts the working revision away; it can be restored. */
    @POST
    @Path("spike")
    @RolesAllowed({EDITOR, PUBLISHER})
    @Operation(summary = "Puts the working revision away")
    public RestResponse<Article> spike(
            @RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        return take(Step.SPIKE, id, ifMatch, body);
    }

    /** Brings back what was put away, to the state that it was in. */
    @POST
    @Path("restore")
    @RolesAllowed({EDITOR, PUBLISHER})
    @Operation(summary = "Brings back what was put away")
    public RestResponse<Article> restore(
            @RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        return take(Step.RESTORE, id, ifMatch, body);
    }

    /**
     * Gives the article to somebody: {@code {"user": "eva", "desk": "coast", "dueAt": "<RFC
     * 3339>"}}; null takes away, and what is absent stays.
     */
    @POST
    @Path("assign")
    @RolesAllowed({EDITOR, PUBLISHER})
    @Operation(
            summary = "Gives the article to somebody, or to a desk, with a time by which it is due")
    public RestResponse<Article> assign(
            @RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        return take(Step.ASSIGN, id, ifMatch, body);
    }

    private RestResponse<Article> take(Step step, UUID id, String ifMatch, byte[] body) {
        return Answers.ok(decisions.decide(id, step, ifMatch, body, callers.present()));
    }
}
