package galley.ingest.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

import galley.ingest.access.Roles;
import galley.ingest.document.Documents;
import galley.ingest.document.RawAnswer;
import galley.kit.paging.Cursor;
import galley.kit.paging.Page;
import galley.kit.paging.PageRequest;
import galley.kit.problem.Problems;
import galley.operations.decision.Discard;
import galley.operations.staff.CallingStaff;
import galley.operations.staff.Staff;

/** The quarantine over HTTP. */
@Path("/v1/quarantine")
@RunOnVirtualThread
@RolesAllowed(Roles.ADMIN)
@Tag(name = "quarantine", description = "What could not be taken in")
class QuarantineResource {
    private static final Logger LOG = Logger.getLogger(QuarantineResource.class);

    private final Quarantine quarantine;
    private final Documents documents;
    private final Retry retry;
    private final ManyRetries manyRetries;
    private final Discarding discarding;
    private final CallingStaff caller;
    private final Staff staff;

    QuarantineResource(
            Quarantine quarantine,
            Documents documents,
            Retry retry,
            ManyRetries manyRetries,
            Discarding discarding,
            CallingStaff caller,
            Staff staff) {
        this.quarantine = quarantine;
        this.documents = documents;
        this.retry = retry;
        this.manyRetries = manyRetries;
        this.discarding = discarding;
        this.caller = caller;
        this.staff = staff;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "List what waits, in the order in which it first came",
            description = "Or, with `state`, what came in since or was discarded.")
    public Page<QuarantineAnswer> list(
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"waiting", "resolved", "discarded"}))
                    @QueryParam("state")
                    String state,
            @QueryParam("source") UUID source,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        var request = PageRequest.of(limit, cursor);
        var entries = quarantine.list(state(state), Optional.ofNullable(source), request);
        var names = namesIn(entries);
        return Page.of(
                entries,
                request,
                entry -> new Cursor(entry.firstSeen, entry.id),
                entry -> QuarantineAnswer.of(entry, names));
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Read one, whatever became of it")
    public QuarantineAnswer get(@PathParam("id") UUID id) {
        return answer(quarantine.get(id));
    }

    @GET
    @Path("{id}/raw")
    @Operation(summary = "Download the document that it came in, byte for byte")
    public Response raw(@PathParam("id") UUID id) {
        return RawAnswer.of(documents.get(quarantine.get(id).sha256));
    }

    @POST
    @Path("retry")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Read all again that waits, of a source or of all",
            description =
                    "As much as 1,000 at once, what was tried least first; `waiting` tells what is"
                            + " left.")
    @APIResponse(responseCode = "200", description = "What became of it")
    public ManyRetriesAnswer retryMany(@QueryParam("source") UUID source) {
        var who = caller.actor();
        var answer = manyRetries.of(Optional.ofNullable(source), who);
        LOG.infof(
                "%d of the quarantine were retried by %s, %d came in",
                answer.tried(), who, answer.resolved());
        return answer;
    }

    /** Answers what came in, like a fetch; 422 with the reason if it still can't be read. */
    @POST
    @Path("{id}/retry")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Read it again")
    @APIResponse(responseCode = "200", description = "What came in")
    @APIResponse(responseCode = "404", description = "There is no such entry")
    @APIResponse(responseCode = "409", description = "`already-decided`")
    @APIResponse(
            responseCode = "422",
            description = "`still-unreadable`: `detail` says why; it goes on waiting")
    public Counts retry(@PathParam("id") UUID id) {
        var who = caller.actor();
        var outcome = retry.of(id, who);
        if (outcome.reason() != null) {
            LOG.infof("Quarantined %s was retried in vain by %s", id, who);
            throw Problems.of(422, "still-unreadable", "Still unreadable", outcome.reason());
        }
        LOG.infof("Quarantined %s was retried by %s", id, who);
        return outcome.counts();
    }

    @POST
    @Path("{id}/discard")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Decide that it will not be taken in; needs a note",
            description =
                    "Its bytes stay. The same from its source again is passed over; another"
                            + " version of it is not.")
    @APIResponse(responseCode = "200", description = "The entry as it is now")
    @APIResponse(responseCode = "404", description = "There is no such entry")
    @APIResponse(responseCode = "409", description = "`already-decided`")
    @APIResponse(responseCode = "422", description = "There is no note")
    public QuarantineAnswer discard(@PathParam("id") UUID id, Discard body) {
        Quarantine.requireWaiting(quarantine.get(id));
        var discarded = discarding.discard(id, caller.actor(), Discard.why(body));
        LOG.infof("Quarantined %s was discarded by %s", id, discarded.decidedBy);
        return answer(discarded);
    }

    private QuarantineAnswer answer(Quarantined entry) {
        return QuarantineAnswer.of(entry, namesIn(List.of(entry)));
    }

    private Map<String, String> namesIn(List<Quarantined> entries) {
        return staff.names(
                entries.stream().map(entry -> entry.decidedBy).filter(Objects::nonNull).toList());
    }

    private static Quarantined.State state(String name) {
        if (name == null || name.isEmpty()) {
            return Quarantined.State.WAITING;
        }
        for (var state : Quarantined.State.values()) {
            if (state.name().toLowerCase(Locale.ROOT).equals(name)) {
                return state;
            }
        }
        throw Problems.of(
                400, "bad-state", "Bad state", "state is one of waiting, resolved, discarded.");
    }
}
