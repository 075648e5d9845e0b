package galley.publish.content;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import galley.events.Ninjs;
import galley.kit.paging.Page;
import galley.kit.paging.PageRequest;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;
import galley.publish.edition.Edition;
import galley.publish.edition.Entry;
import galley.publish.edition.Signatures;
import galley.publish.edition.State;
import galley.publish.http.Answers;
import galley.publish.http.Representation;
import galley.publish.page.Pages;
import galley.publish.site.Addresses;

/** What is live, as lists and one by one. */
@Path("/v1/articles")
@PermitAll
@RunOnVirtualThread
@Tag(name = "Articles", description = "What is live")
public class ArticlesResource {
    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Edition edition;
    private final ContentForms forms;
    private final Pages pages;
    private final Signatures signatures;
    private final Clock clock;

    ArticlesResource(
            Edition edition, ContentForms forms, Pages pages, Signatures signatures, Clock clock) {
        this.edition = edition;
        this.forms = forms;
        this.pages = pages;
        this.signatures = signatures;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Live articles, newest published first",
            description =
                    "With `since`, those that changed since then instead, in the order in which"
                            + " they changed here: poll again with the time at which you began the"
                            + " last poll, and you miss none.")
    @APIResponse(
            responseCode = "200",
            description = "A page; `next` is the cursor of the following one, or null",
            content =
                    @Content(
                            mediaType = Form.JSON_TYPE,
                            schema = @Schema(implementation = ContentPage.class)))
    @APIResponse(responseCode = "400", description = "A parameter is wrong")
    public Response list(@BeanParam ListParameters asked, @Context HttpHeaders request) {
        var range = PageRequest.of(asked.limit, asked.cursor);
        var query = asked.query(range.after());
        // before the list: a change in between then makes the list newer than the time, never older
        var lastChange = edition.lastChange();
        var entries = edition.list(query, range.rowsToRead());
        var page = Page.of(entries, range, query::placeOf, entry -> entry);
        return Answers.ofList(forms.list(page), lastChange, clock.instant(), request).build();
    }

    @GET
    @Path("{idOrSlug}")
    @Operation(
            summary = "One article, by its id or its slug",
            description = "The form is negotiated by `Accept`; JSON where nothing is asked for.")
    @APIResponse(
            responseCode = "200",
            description = "The article",
            content = {
                @Content(
                        mediaType = Form.JSON_TYPE,
                        schema = @Schema(implementation = ContentArticle.class)),
                @Content(
                        mediaType = Form.NINJS_TYPE,
                        schema = @Schema(implementation = Ninjs.class)),
                @Content(mediaType = "text/html")
            })
    @APIResponse(responseCode = "301", description = "The slug is a former one")
    @APIResponse(responseCode = "304", description = "It is as you have it")
    @APIResponse(responseCode = "404", description = "There is no such article")
    @APIResponse(responseCode = "406", description = "It is not to be had in that form")
    @APIResponse(responseCode = "410", description = "It was withdrawn; the answer says why")
    public Response article(
            @PathParam("idOrSlug") String idOrSlug,
            @Context Request request,
            @Context HttpHeaders headers) {
        var form = Form.choose(request);
        boolean html = form.equals(Optional.of(Form.HTML));
        var found = find(idOrSlug);
        if (found.isEmpty()) {
            if (html) {
                return pages.missing();
            }
            throw Problems.notFound("There is no article " + idOrSlug + ".");
        }
        var entry = found.get();
        if (entry.state() == State.KILLED) {
            if (html) {
                return pages.withdrawn(entry);
            }
            throw withdrawn(entry);
        }
        if (!entry.slug().equals(idOrSlug) && !ID.matcher(idOrSlug).matches()) {
            return Response.status(Response.Status.MOVED_PERMANENTLY)
                    .location(URI.create(Addresses.contentPath(entry.slug())))
                    .build();
        }
        return switch (form.orElseThrow(ArticlesResource::notAcceptable)) {
            case JSON -> signed(forms.json(entry), entry, headers);
            case NINJS -> signed(forms.ninjs(entry), entry, headers);
            case HTML -> pages.article(entry, headers);
        };
    }

    private Optional<Entry> find(String idOrSlug) {
        return ID.matcher(idOrSlug).matches()
                ? edition.find(UUID.fromString(idOrSlug))
                : edition.find(idOrSlug);
    }

    private Response signed(Representation document, Entry entry, HttpHeaders headers) {
        return Answers.of(document, entry.updatedAt(), headers)
                .header(Signatures.HEADER, signatures.of(entry, document.hash()))
                .build();
    }

    private static Problem notAcceptable() {
        return Problems.of(
                406,
                "not-acceptable",
                "Not acceptable",
                "To be had as %s, %s and text/html.".formatted(Form.JSON_TYPE, Form.NINJS_TYPE));
    }

    private Problem withdrawn(Entry entry) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", entry.id());
        members.put("version", entry.version());
        members.put("withdrawnAt", entry.updatedAt());
        if (entry.headline() != null) {
            members.put("headline", entry.headline());
        }
        if (entry.note() != null) {
            members.put("note", entry.note());
        }
        members.put(Signatures.ATTRIBUTE, signatures.of(entry));
        return new Problem(410, "withdrawn", "The article was withdrawn", entry.note(), members);
    }
}
