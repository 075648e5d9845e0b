package galley.ingest.push;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

import galley.ingest.access.Roles;
import galley.ingest.item.ItemAnswer;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** Pushes over HTTP. */
@Path("/v1/items")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.SOURCE)
@Tag(name = "items")
class PushResource {
    private static final int MAX_KEY_LENGTH = 255;

    private final PushedDocuments documents;
    private final PushedLines lines;
    private final SecurityIdentity caller;

    PushResource(PushedDocuments documents, PushedLines lines, SecurityIdentity caller) {
        this.documents = documents;
        this.lines = lines;
        this.caller = caller;
    }

    /**
     * Takes an article in. The same one again is unchanged; another one under the same guid is its
     * new version.
     */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Push an article, or a document in one of the formats",
            description =
                    "JSON is an article as below, unless it is of one of the formats that are"
                        + " written in JSON. Any other document is of the format that its media"
                        + " type names or that it is recognised as; it may bring several articles.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = PushedArticle.class)),
                @Content(mediaType = MediaType.WILDCARD)
            })
    @APIResponse(
            responseCode = "201",
            description = "A new item; 200 for one that was known",
            content = @Content(schema = @Schema(implementation = ItemAnswer.class)))
    public Response push(
            byte[] sent,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @HeaderParam("Idempotency-Key") String key) {
        var pushed = documents.take(push(sent, contentType, readKey(key)));
        return Response.status(pushed.status())
                .location(URI.create("/v1/items/" + pushed.item()))
                .entity(pushed.body())
                .build();
    }

    /** Each line is answered for itself, and one that can't be taken in keeps none out. */
    @POST
    @Consumes({"application/x-ndjson", "application/jsonl"})
    @Operation(
            summary = "Push many articles, one in each line",
            description = "With dryRun=true they are checked and not taken in.")
    @RequestBody(content = @Content(schema = @Schema(implementation = PushedArticle.class)))
    @APIResponse(
            responseCode = "200",
            description = "What became of each line",
            content = @Content(schema = @Schema(implementation = BatchAnswer.class)))
    public BatchAnswer pushLines(
            byte[] sent,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @HeaderParam("Idempotency-Key") String key,
            @QueryParam("dryRun") boolean dryRun) {
        refuse(key);
        var push = push(sent, contentType, Optional.empty());
        return dryRun ? lines.check(push) : lines.take(push);
    }

    /** Each part is a document with a Content-Type of its own, and is answered for itself. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Push many documents, one in each part")
    @APIResponse(
            responseCode = "200",
            description = "What became of each part",
            content = @Content(schema = @Schema(implementation = BatchAnswer.class)))
    public BatchAnswer pushParts(
            MultipartFormDataInput parts, @HeaderParam("Idempotency-Key") String key)
            throws IOException {
        refuse(key);
        var answers = new ArrayList<BatchAnswer.Each>();
        for (var values : parts.getValues().values()) {
            for (var part : values) {
                answers.add(pushPart(part));
            }
        }
        return new BatchAnswer(answers);
    }

    private BatchAnswer.Each pushPart(FormValue part) throws IOException {
        var bytes =
                part.isFileItem()
                        ? part.getFileItem().getInputStream().readAllBytes()
                        : part.getValue().getBytes(StandardCharsets.UTF_8);
        var contentType = part.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE);
        try {
            return BatchAnswer.Each.of(documents.take(push(bytes, contentType, Optional.empty())));
        } catch (Problem problem) {
            return BatchAnswer.Each.of(problem);
        }
    }

    private Push push(byte[] sent, String contentType, Optional<String> key) {
        var body = sent == null ? new byte[0] : sent;
        return new Push(caller.getPrincipal().getName(), key, body, contentType);
    }

    private static void refuse(String key) {
        if (key != null) {
            throw Problems.badRequest(
                    "An Idempotency-Key names one push; give each article a guid instead.");
        }
    }

    /** The standard wants the key in quotes; many send it without. */
    private static Optional<String> readKey(String header) {
        if (header == null) {
            return Optional.empty();
        }
        var text = header.strip();
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        var key = quoted ? text.substring(1, text.length() - 1) : text;
        if (key.isEmpty() || key.length() > MAX_KEY_LENGTH) {
            throw Problems.badRequest("An Idempotency-Key has 1 to 255 characters.");
        }
        return Optional.of(key);
    }
}
