package galley.editorial.notification;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import galley.editorial.staff.Callers;
import galley.kit.paging.Page;
import galley.kit.paging.PageRequest;
import galley.kit.problem.Problems;

import static galley.editorial.staff.Roles.ADMIN;
import static galley.editorial.staff.Roles.EDITOR;
import static galley.editorial.staff.Roles.PUBLISHER;
import static galley.editorial.staff.Roles.WRITER;

/** What the caller should know of; nobody sees what others are told. */
@Path("/v1/notifications")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Notifications")
public class NotificationsResource {
    private final Notifications notifications;
    private final Callers callers;

    NotificationsResource(Notifications notifications, Callers callers) {
        this.notifications = notifications;
        this.callers = callers;
    }

    /** What the caller was told, the latest first. */
    @GET
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Operation(
            summary = "What the caller was told, the latest first",
            description = "With `unread=true` only what is not read yet.")
    public Page<NotificationView> list(
            @RestQuery String unread, @RestQuery String limit, @RestQuery String cursor) {
        return notifications.page(caller(), isTrue(unread), PageRequest.of(limit, cursor));
    }

    /** The caller has read it. */
    @POST
    @Path("{notification}/read")
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Operation(summary = "The caller has read it")
    public NotificationView read(@RestPath UUID notification) {
        return notifications.read(notification, caller());
    }

    /** The caller has read everything. */
    @POST
    @Path("read-all")
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Operation(summary = "The caller has read everything")
    public void readAll() {
        notifications.readAll(caller());
    }

    private String caller() {
        return callers.present().actor().id();
    }

    private static boolean isTrue(String unread) {
        return switch (unread == null ? "false" : unread) {
            case "true" -> true;
            case "false", "" -> false;
            default -> throw Problems.badRequest("unread is true or false.");
        };
    }
}
