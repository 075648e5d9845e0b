package galley.editorial.comment;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import galley.editorial.article.Answers;
import galley.editorial.staff.Callers;
import galley.events.Article;
import galley.kit.paging.Page;
import galley.kit.paging.PageRequest;
import galley.kit.problem.Problems;

import static galley.editorial.staff.Roles.ADMIN;
import static galley.editorial.staff.Roles.EDITOR;
import static galley.editorial.staff.Roles.PUBLISHER;
import static galley.editorial.staff.Roles.WRITER;

/**
 * Comments on an article, in threads. They are no change of it: no revision, no event, and the
 * article's ETag stays.
 */
@Path("/v1/articles/{id}/comments")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Comments")
public class CommentsResource {
    private final Threads threads;
    private final Suggestions suggestions;
    private final Callers callers;

    CommentsResource(Threads threads, Suggestions suggestions, Callers callers) {
        this.threads = threads;
        this.suggestions = suggestions;
        this.callers = callers;
    }

    /** The threads with their replies, oldest first. */
    @GET
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Operation(
            summary = "The threads of comments with their replies, oldest first",
            description = "`resolved` is `true` or `false`; all threads without it.")
    public Page<CommentView> list(
            @RestPath UUID id,
            @RestQuery String resolved,
            @RestQuery String limit,
            @RestQuery String cursor) {
        return threads.page(id, resolved(resolved), PageRequest.of(limit, cursor));
    }

    /**
     * Begins a thread or replies: {@code {"text": "…", "anchor": {"part": "p2", "start": 120,
     * "end": 134, "revision": 7}, "replyTo": null}}; see {@link Anchor} for what the positions
     * count. 409 {@code anchor-orphaned} where the words are gone since that revision.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({WRITER, EDITOR, PUBLISHER})
    @Operation(
            summary = "Begins a thread, or replies in one",
            description =
                    "`anchor` names the words that a thread is about: a part, and a range of its"
                            + " body's text in UTF-16 code units. That text has a line for each"
                            + " block or line break, white space collapsed and no blank lines."
                            + " `revision` is the article's that was read, so that the words are"
                            + " found where they stand by now; without it the positions are in the"
                            + " present text."
                            + " `suggestion` is what these words should become; they are in one"
                            + " block.")
    public RestResponse<CommentView> add(@RestPath UUID id, byte[] body) {
        CommentView added = threads.add(id, body, callers.present());
        return RestResponse.ResponseBuilder.<CommentView>created(
                        URI.create("/v1/articles/" + id + "/comments/" + added.id()))
                .entity(added)
                .build();
    }

    /** Changes the text of one's own comment: {@code {"text": "…"}}. */
    @PATCH
    @Path("{comment}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({WRITER, EDITOR, PUBLISHER})
    @Operation(summary = "Changes the text of one's own comment")
    public CommentView reword(@RestPath UUID id, @RestPath UUID comment, byte[] body) {
        return threads.reword(id, comment, body, callers.present());
    }

    /** Deletes one's own comment, or as a publisher any; what has replies leaves its place. */
    @DELETE
    @Path("{comment}")
    @RolesAllowed({WRITER, EDITOR, PUBLISHER})
    @Operation(summary = "Deletes one's own comment; a publisher deletes any")
    public void delete(@RestPath UUID id, @RestPath UUID comment) {
        threads.delete(id, comment, callers.present());
    }

    /** Settles a thread. */
    @POST
    @Path("{comment}/resolve")
    @RolesAllowed({WRITER, EDITOR, PUBLISHER})
    @Operation(summary = "Settles a thread")
    public CommentView resolve(@RestPath UUID id, @RestPath UUID comment) {
        return threads.resolve(id, comment, callers.present());
    }

    /** Opens a thread again. */
    @POST
    @Path("{comment}/reopen")
    @RolesAllowed({WRITER, EDITOR, PUBLISHER})
    @Operation(summary = "Opens a settled thread again")
    public CommentView reopen(@RestPath UUID id, @RestPath UUID comment) {
        return threads.reopen(id, comment);
    }

    /**
     * Makes the article say what was suggested, as an edit by the caller, and settles the thread.
     * Takes {@code If-Match} with the article's ETag and answers the article; 409 {@code
     * suggestion-orphaned} where the words are gone that it is for.
     */
    @POST
    @Path("{comment}/accept")
    @RolesAllowed({WRITER, EDITOR, PUBLISHER})
    @Operation(summary = "Accepts what was suggested: the article says it then")
    public RestResponse<Article> accept(
            @RestPath UUID id,
            @RestPath UUID comment,
            @RestHeader(HttpHeaders.IF_MATCH) String ifMatch) {
        return Answers.ok(suggestions.accept(id, comment, ifMatch, callers.present()));
    }

    /** Leaves the article as it is, and settles the thread. */
    @POST
    @Path("{comment}/dismiss")
    @RolesAllowed({WRITER, EDITOR, PUBLISHER})
    @Operation(summary = "Dismisses what was suggested")
    public CommentView dismiss(@RestPath UUID id, @RestPath UUID comment) {
        return suggestions.dismiss(id, comment, callers.present());
    }

    private static Boolean resolved(String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Problems.badRequest("resolved is true or false.");
        };
    }
}
