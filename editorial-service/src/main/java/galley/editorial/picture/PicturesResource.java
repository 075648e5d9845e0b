package galley.editorial.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import galley.editorial.staff.Actor;
import galley.editorial.staff.Callers;
import galley.kit.paging.Cursor;
import galley.kit.paging.Page;
import galley.kit.paging.PageRequest;
import galley.kit.problem.Problems;
import galley.operations.staff.Staff;

import static galley.editorial.staff.Roles.ADMIN;
import static galley.editorial.staff.Roles.EDITOR;
import static galley.editorial.staff.Roles.PUBLISHER;
import static galley.editorial.staff.Roles.WRITER;

/** Pictures over HTTP: uploads them, lists uploads, answers records and files. */
@Path("/v1/media")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Pictures")
public class PicturesResource {
    private final Uploads uploads;
    private final Pictures pictures;
    private final Callers callers;
    private final Staff staff;

    PicturesResource(Uploads uploads, Pictures pictures, Callers callers, Staff staff) {
        this.uploads = uploads;
        this.pictures = pictures;
        this.callers = callers;
        this.staff = staff;
    }

    /** Keeps a picture that is the body; 200 instead of 201 where it was uploaded before. */
    @POST
    @Consumes({"image/jpeg", "image/png", "image/gif", "image/webp"})
    @RolesAllowed({WRITER, EDITOR, PUBLISHER})
    @Operation(
            summary = "Uploads a picture",
            description =
                    "The body is the file, or a form (`multipart/form-data`) with one file. Its"
                            + " metadata is taken away; what it says of credit, copyright and"
                            + " caption is in the answer.")
    @APIResponse(
            responseCode = "201",
            description = "The picture is kept",
            content = @Content(schema = @Schema(implementation = PictureView.class)))
    @APIResponse(responseCode = "200", description = "It was uploaded before")
    @APIResponse(responseCode = "415", description = "It is sent as a type that is never taken")
    @APIResponse(responseCode = "422", description = "It is no picture that can be shown")
    public Response upload(@RestHeader(HttpHeaders.CONTENT_TYPE) String type, byte[] file) {
        return answer(file, type);
    }

    /** Keeps a picture that is the one file of a form. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({WRITER, EDITOR, PUBLISHER})
    @Operation(hidden = true)
    public Response uploadForm(@RestForm(FileUpload.ALL) List<FileUpload> files) {
        if (files == null || files.size() != 1) {
            throw Problems.unprocessable("", "The form has one file, which is the picture.");
        }
        FileUpload file = files.getFirst();
        try {
            return answer(Files.readAllBytes(file.uploadedFile()), file.contentType());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page of uploads, the latest first. */
    @GET
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Operation(
            summary = "Uploaded pictures, the latest first",
            description = "With `mine=true` only those that the caller uploaded first.")
    public Page<PictureView> list(
            @RestQuery String mine, @RestQuery String limit, @RestQuery String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        Optional<Actor> uploader =
                isTrue(mine) ? Optional.of(callers.present().actor()) : Optional.empty();
        Page<StoredPicture> page =
                Page.of(
                        pictures.page(uploader, request),
                        request,
                        it -> new Cursor(it.uploadedAt, it.id),
                        Function.identity());
        return new Page<>(views(page.items()), page.next());
    }

    /** What is known of a picture, also of one that came with an item. */
    @GET
    @Path("{hash}")
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Operation(summary = "What is known of a picture in the store")
    public PictureView get(@RestPath String hash) {
        return view(pictures.stored(hash).orElseThrow(Pictures::notFound));
    }

    /** The file. What is under a hash never changes. */
    @GET
    @Path("{hash}/content")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Operation(summary = "The file of a picture in the store")
    public Response content(@RestPath String hash) {
        StoredPicture picture = pictures.stored(hash).orElseThrow(Pictures::notFound);
        return Response.ok(pictures.bytes(hash), picture.type)
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=31536000, immutable")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    static String path(String hash) {
        return "/v1/media/" + hash;
    }

    private Response answer(byte[] file, String contentType) {
        Pictures.Added added = uploads.take(file, SentType.of(contentType), callers.present());
        Response.ResponseBuilder answer =
                added.isNew()
                        ? Response.created(URI.create(path(added.picture().hash)))
                        : Response.ok().location(URI.create(path(added.picture().hash)));
        return answer.type(MediaType.APPLICATION_JSON).entity(view(added.picture())).build();
    }

    private PictureView view(StoredPicture picture) {
        return views(List.of(picture)).getFirst();
    }

    private List<PictureView> views(List<StoredPicture> rows) {
        Map<String, String> names =
                staff.names(
                        rows.stream().map(it -> it.uploadedBy).filter(Objects::nonNull).toList());
        return rows.stream().map(it -> PictureView.of(it, names)).toList();
    }

    private static boolean isTrue(String mine) {
        return switch (mine == null ? "false" : mine) {
            case "true" -> true;
            case "false", "" -> false;
            default -> throw Problems.badRequest("mine is true or false.");
        };
    }
}
