package galley.editorial.desk;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import galley.editorial.desk.DeskView.Member;
import galley.editorial.staff.Callers;
import galley.kit.paging.Page;
import galley.operations.staff.Staff;

import static galley.editorial.staff.Roles.ADMIN;
import static galley.editorial.staff.Roles.EDITOR;
import static galley.editorial.staff.Roles.PUBLISHER;
import static galley.editorial.staff.Roles.WRITER;

/** Desks, what waits there, and who has what in hand. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Desks")
public class DesksResource {
    private final Desks desks;
    private final DeskRulesReader reader;
    private final Queues queues;
    private final Staff staff;
    private final Callers callers;

    DesksResource(
            Desks desks, DeskRulesReader reader, Queues queues, Staff staff, Callers callers) {
        this.desks = desks;
        this.reader = reader;
        this.queues = queues;
        this.staff = staff;
        this.callers = callers;
    }

    /** A page of all desks by name: those that were set, and those where something waits. */
    @GET
    @Path("desks")
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Transactional
    @Operation(summary = "All desks, with what waits there")
    public Page<DeskView> list(@RestQuery String limit, @RestQuery String cursor) {
        Map<String, Queue> waiting = queues.byDesk();
        var names = new TreeSet<>(waiting.keySet());
        names.addAll(desks.set());
        List<String> rest = List.copyOf(names.tailSet(TextPages.end(cursor), false));
        Page<String> page = TextPages.of(rest, limit, Function.identity());
        return new Page<>(
                page.items().stream()
                        .map(name -> view(name, waiting.getOrDefault(name, Queue.EMPTY)))
                        .toList(),
                page.next());
    }

    /** A desk; one that was never set is open to everybody. */
    @GET
    @Path("desks/{desk}")
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Transactional
    @Operation(summary = "A desk: its members and rules, and what waits there")
    public RestResponse<DeskView> get(@RestPath String desk) {
        return answer(DeskName.of(desk));
    }

    /** Sets a desk's members and rules in the place of those that it had. */
    @PUT
    @Path("desks/{desk}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(ADMIN)
    @Transactional
    @Operation(
            summary = "Sets a desk's members and rules",
            description =
                    "A member is a login with a role: writer, editor or publisher. A desk without"
                            + " members is open to everybody. `privileges` names the least role for"
                            + " a step, where the desk asks for more than usual; `fourEyes` is"
                            + " false where people may approve what they wrote themselves.")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = DeskRulesReader.SentDesk.class)))
    public RestResponse<DeskView> put(
            @RestPath String desk, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        String name = DeskName.of(desk);
        desks.put(name, ifMatch, () -> reader.read(body), callers.present());
        return answer(name);
    }

    /** A page of who has what in hand. */
    @GET
    @Path("workload")
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Transactional
    @Operation(
            summary = "Who has what in hand, whoever has most first",
            description = "`desk` asks for one desk's articles. What nobody has comes last.")
    public Page<Load> workload(
            @RestQuery String desk, @RestQuery String limit, @RestQuery String cursor) {
        List<Load> loads = queues.loads(desk == null ? null : DeskName.of(desk));
        String end = TextPages.end(cursor);
        return TextPages.of(
                end.isEmpty() ? loads : behind(LoadPlace.read(end), loads),
                limit,
                load -> LoadPlace.of(load).text());
    }

    private static List<Load> behind(LoadPlace end, List<Load> loads) {
        return loads.stream().filter(load -> end.isBefore(LoadPlace.of(load))).toList();
    }

    private RestResponse<DeskView> answer(String name) {
        return RestResponse.ResponseBuilder.ok(view(name, queues.of(name)))
                .header(HttpHeaders.ETAG, desks.of(name).etag())
                .build();
    }

    private DeskView view(String name, Queue queue) {
        DeskRules rules = desks.rules(name);
        Map<String, String> names = staff.names(rules.members().keySet());
        List<Member> members =
                rules.members().entrySet().stream()
                        .map(
                                one ->
                                        new Member(
                                                one.getKey(),
                                                names.get(one.getKey()),
                                                one.getValue()))
                        .sorted((a, b) -> a.user().compareTo(b.user()))
                        .toList();
        return new DeskView(name, rules.fourEyes(), members, rules.privileges(), queue);
    }
}
