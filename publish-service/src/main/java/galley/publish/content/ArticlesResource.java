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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import galley.events.Ninjs;
import galley.kit.paging.PageRequest;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;
import galley.publish.edition.ArticleLists;
import galley.publish.edition.Edition;
import galley.publish.edition.Entry;
import galley.publish.edition.RelatedLinks;
import galley.publish.edition.Signatures;
import galley.publish.edition.State;
import galley.publish.http.Answers;
import galley.publish.page.Pages;
import galley.publish.ready.SurrogateKeys;
import galley.publish.site.Addresses;

/** What is live, as lists and one by one. */
@Path("/v1/articles")
@PermitAll
@RunOnVirtualThread
@Tag(name = "Articles", description = "What is live")
public class ArticlesResource {
    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private static final String NEXT_SINCE = "Galley-Next-Since";

    private final Edition edition;
    private final ArticleLists lists;
    private final ContentForms forms;
    private final Pages pages;
    private final RelatedLinks relatedLinks;
    private final Signatures signatures;
    private final Clock clock;

    ArticlesResource(
            Edition edition,
            ArticleLists lists,
            ContentForms forms,
            Pages pages,
            RelatedLinks relatedLinks,
            Signatures signatures,
            Clock clock) {
        this.edition = edition;
        this.lists = lists;
        this.forms = forms;
        this.pages = pages;
        this.relatedLinks = relatedLinks;
        this.signatures = signatures;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Live articles, newest published first",
            description =
                    "With `since`, those that changed since then instead, in the order in which"
                            + " they changed here. The header `Galley-Next-Since` of the last page"
                            + " is the `since` of the next poll: you miss none, and get none"
                            + " twice. (The time at which you began the last poll does too, if"
                            + " your clock is right.)")
    @APIResponse(
            responseCode = "200",
            description = "A page; `next` is the cursor of the following one, or null",
            headers =
                    @Header(
                            name = ArticlesResource.NEXT_SINCE,
                            description = "With `since`: the one with which to poll again",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time")),
            content =
                    @Content(
                            mediaType = Form.JSON_TYPE,
                            schema = @Schema(implementation = ContentPage.class)))
    @APIResponse(responseCode = "400", description = "A parameter is wrong")
    public Response list(@BeanParam ListParameters asked, @Context HttpHeaders request) {
        int limit = PageRequest.of(asked.limit, null).limit();
        var query = asked.query();
        var fields = Fields.read(asked.fields);
        // before the list: a change in between then makes the list newer than the time, never older
        var lastChange = edition.lastChange();
        var page = lists.page(query, asked.cursor, limit);
        var answer = Answers.ofList(forms.list(page, fields), lastChange, clock.instant(), request);
        if (page.since() != null) {
            answer.header(NEXT_SINCE, page.since());
        }
        return answer.build();
    }

    @GET
    @Path("{idOrSlug}")
    @Operation(
            summary = "One article, by its id or its slug",
            description =
                    "The form is negotiated by `Accept`, or named by `format`; JSON where nothing"
                            + " is asked for. All forms say the same.")
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
                @Content(mediaType = "text/html"),
                @Content(
                        mediaType = Form.JSON_LD_TYPE,
                        schema =
                                @Schema(
                                        type = SchemaType.OBJECT,
                                        description = "A NewsArticle of schema.org")),
                @Content(
                        mediaType = Form.NEWSML_G2_TYPE,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        description = "A newsItem of NewsML-G2, XHTML inside")),
                @Content(
                        mediaType = Form.NITF_TYPE,
                        schema = @Schema(type = SchemaType.STRING, description = "NITF 3.6")),
                @Content(
                        mediaType = Form.NITF_REGISTERED_TYPE,
                        schema = @Schema(type = SchemaType.STRING, description = "NITF 3.6")),
                @Content(
                        mediaType = "text/plain",
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        description = "Paragraphs with an empty line between them"))
            })
    @APIResponse(responseCode = "301", description = "The slug is a former one")
    @APIResponse(responseCode = "304", description = "It is as you have it")
    @APIResponse(responseCode = "400", description = "There is no such format")
    @APIResponse(responseCode = "404", description = "There is no such article")
    @APIResponse(responseCode = "406", description = "It is not to be had in that form")
    @APIResponse(responseCode = "410", description = "It was withdrawn; the answer says why")
    public Response article(
            @PathParam("idOrSlug") String idOrSlug,
            @QueryParam("format")
                    @Parameter(
                            description =
                                    "For clients that can't set `Accept`: json, ninjs, html,"
                                            + " json-ld, newsml-g2, nitf or text",
                            example = "text")
                    String format,
            @Context Request request,
            @Context HttpHeaders headers) {
        boolean isNamed = format != null && !format.isEmpty();
        var offer = isNamed ? Optional.of(named(format)) : Form.choose(request);
        boolean html = offer.filter(it -> it.form() == Form.HTML).isPresent();
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
            var query = isNamed ? "?format=" + format : "";
            return Response.status(Response.Status.MOVED_PERMANENTLY)
                    .location(URI.create(Addresses.contentPath(entry.slug()) + query))
                    .header(SurrogateKeys.HEADER, SurrogateKeys.of(entry.id()))
                    .build();
        }
        var wanted = offer.orElseThrow(ArticlesResource::notAcceptable);
        return html ? pages.article(entry, headers) : document(entry, wanted, headers);
    }

    private static Form.Offer named(String format) {
        return Form.named(format)
                .orElseThrow(
                        () ->
                                Problems.of(
                                        400,
                                        "bad-format",
                                        "Bad format",
                                        "format is one of " + Form.parameters() + "."));
    }

    private Optional<Entry> find(String idOrSlug) {
        return ID.matcher(idOrSlug).matches()
                ? edition.find(UUID.fromString(idOrSlug))
                : edition.find(idOrSlug);
    }

    private Response document(Entry entry, Form.Offer offer, HttpHeaders headers) {
        var document = forms.of(entry, offer);
        var changed = RelatedLinks.mayChange(entry.article()) ? null : entry.updatedAt();
        var answer =
                Answers.of(document, changed, headers)
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                        .header(SurrogateKeys.HEADER, relatedLinks.keys(entry.article()));
        if (offer.form().isSigned()) {
            answer.header(Signatures.HEADER, signatures.of(entry, document.hash()));
        }
        return answer.build();
    }

    private static Problem notAcceptable() {
        return Problems.of(
                406, "not-acceptable", "Not acceptable", "To be had as " + Form.mediaTypes() + ".");
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
