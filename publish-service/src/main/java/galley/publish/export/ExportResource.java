package galley.publish.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.StreamingOutput;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import galley.kit.problem.Problems;
import galley.publish.http.Coding;

/**
 * Exports over HTTP. An answer that breaks off is not whole: none of them has a normal end then.
 */
@Path("/v1/export")
@RunOnVirtualThread
@RolesAllowed("admin")
@Tag(name = "Export", description = "All that is live, to be taken elsewhere")
public class ExportResource {
    private final ArticleLines lines;
    private final WordPressExport wordPress;
    private final SiteCopy site;

    ExportResource(ArticleLines lines, WordPressExport wordPress, SiteCopy site) {
        this.lines = lines;
        this.wordPress = wordPress;
        this.site = site;
    }

    @GET
    @Path("articles.ndjson")
    @Operation(
            summary = "Every live article, one a line, as the content API answers it",
            description =
                    "In the order of their ids. Who is cut off goes on with `after`, the id of the"
                            + " last whole line.")
    @APIResponse(responseCode = "200", description = "The articles (application/x-ndjson)")
    @APIResponse(responseCode = "400", description = "`bad-after`: it is no id")
    public Response articles(
            @Parameter(description = "The id after which to begin") @QueryParam("after")
                    String after,
            @Context HttpHeaders request) {
        var begin = id(after);
        return compressed(request, "application/x-ndjson", output -> lines.write(begin, output))
                .build();
    }

    @GET
    @Path("wordpress.xml")
    @Operation(
            summary = "Every live article as a post in an export file of WordPress (WXR 1.2)",
            description = "Pictures are attachments by their addresses on this site.")
    @APIResponse(responseCode = "200", description = "The file (application/xml)")
    public Response wordPress(@Context HttpHeaders request) {
        return compressed(request, "application/xml;charset=UTF-8", wordPress::write)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"wordpress.xml\"")
                .build();
    }

    @GET
    @Path("site.zip")
    @Operation(
            summary = "The readers' site as files, for a host of static files",
            description = "Pages, feeds and pictures; links between them are relative.")
    @APIResponse(responseCode = "200", description = "A ZIP archive (application/zip)")
    public Response site() {
        return answer("application/zip", site::write)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"site.zip\"")
                .build();
    }

    private interface Writer {
        void write(OutputStream to) throws IOException;
    }

    private static ResponseBuilder compressed(HttpHeaders request, String type, Writer writer) {
        if (!Coding.takesGzip(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING))) {
            return answer(type, writer).header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
        return answer(
                        type,
                        output -> {
                            // not closed where writing fails: that would look like a normal end
                            var gzip = new GZIPOutputStream(output, 1 << 13);
                            writer.write(gzip);
                            gzip.finish();
                        })
                .header(HttpHeaders.CONTENT_ENCODING, "gzip")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }

    private static ResponseBuilder answer(String type, Writer writer) {
        StreamingOutput output = writer::write;
        return Response.ok(output, type).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static UUID id(String after) {
        try {
            return after == null || after.isEmpty() ? null : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw Problems.of(400, "bad-after", "Bad after", "after is the id of an article.");
        }
    }
}
