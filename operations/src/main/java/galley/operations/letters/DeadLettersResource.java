package galley.operations.letters;

import java.util.List;
import java.util.Map;
import java.util.Objects;
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

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import galley.kit.paging.Cursor;
import galley.kit.paging.Page;
import galley.kit.paging.PageRequest;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;
import galley.messaging.DeadLetter;
import galley.messaging.DeadLetterDecision;
import galley.messaging.DeadLetters;
import galley.operations.decision.AlreadyDecided;
import galley.operations.decision.Discard;
import galley.operations.staff.CallingStaff;
import galley.operations.staff.Staff;

/** Dead letters over HTTP. */
@Path("/v1/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed("admin")
@Tag(name = "Dead letters", description = "Events that this service could not handle")
class DeadLettersResource {
    private final DeadLetters letters;
    private final CallingStaff caller;
    private final Staff staff;

    DeadLettersResource(DeadLetters letters, CallingStaff caller, Staff staff) {
        this.letters = letters;
        this.caller = caller;
        this.staff = staff;
    }

    @GET
    @Operation(
            summary = "Dead letters, the one that failed first before the others",
            description =
                    "Those that wait, unless another `state` is asked for. What was decided on is"
                            + " listed as long as the service remembers applied events.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "A parameter is wrong")
    public Page<DeadLetterView> list(
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"waiting", "retried", "discarded"}))
                    @QueryParam("state")
                    String state,
            @Parameter(description = "Of this topic") @QueryParam("topic") String topic,
            @Parameter(description = "Of this consumer group") @QueryParam("group") String group,
            @Parameter(description = "Of this record key") @QueryParam("key") String key,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        Cursor after = request.after();
        List<DeadLetter> rows =
                letters.list(
                        FilterReader.read(state, topic, group, key),
                        after == null ? null : after.time(),
                        after == null ? null : after.id(),
                        request.rowsToRead());
        Map<String, String> names = namesIn(rows);
        return Page.of(
                rows,
                request,
                letter -> new Cursor(letter.failedAt(), letter.id()),
                letter -> DeadLetterView.of(letter, names));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A dead letter with its headers and its payload")
    @APIResponse(responseCode = "200", description = "The letter")
    @APIResponse(responseCode = "404", description = "There is no such letter")
    public WholeDeadLetter get(@PathParam("id") UUID id) {
        DeadLetter letter = find(id);
        return WholeDeadLetter.of(view(letter), letter.headers(), letters.value(id));
    }

    /** The event is handled here and now, as if it had just arrived. */
    @POST
    @Path("{id}/retry")
    @Operation(
            summary = "Handle the event again",
            description =
                    "In one step with the letter's state: of several calls one applies it. Older"
                            + " letters of the same key and group go first. An event that was"
                            + " overtaken by newer ones does not undo them.")
    @APIResponse(responseCode = "200", description = "It was handled; the letter as it is now")
    @APIResponse(responseCode = "404", description = "There is no such letter")
    @APIResponse(
            responseCode = "409",
            description =
                    "`already-decided`, `older-letter-waits` (names it as `older`), or"
                            + " `no-consumer`: the service no longer reads as this group")
    @APIResponse(
            responseCode = "422",
            description = "`still-failing`: it failed again, `detail` says why; it goes on waiting")
    public DeadLetterView retry(@PathParam("id") UUID id) {
        return answer(letters.retry(id, caller.actor()));
    }

    @POST
    @Path("{id}/discard")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Decide that the event will not be handled; needs a note",
            description = "Its record stays in the dead-letter topic.")
    @APIResponse(responseCode = "200", description = "The letter as it is now")
    @APIResponse(responseCode = "404", description = "There is no such letter")
    @APIResponse(responseCode = "409", description = "`already-decided`")
    @APIResponse(responseCode = "422", description = "There is no note")
    public DeadLetterView discard(@PathParam("id") UUID id, Discard body) {
        DeadLetter letter = find(id);
        if (letter.state() != DeadLetter.State.WAITING) {
            throw alreadyDecided(letter);
        }
        return answer(letters.discard(id, caller.actor(), Discard.why(body)));
    }

    private DeadLetterView answer(DeadLetterDecision decision) {
        return switch (decision) {
            case DeadLetterDecision.Done(DeadLetter letter) -> view(letter);
            case DeadLetterDecision.FailedAgain(DeadLetter letter) ->
                    throw new Problem(
                            422,
                            "still-failing",
                            "Still failing",
                            letter.reason(),
                            Map.of("exception", letter.exception(), "tries", letter.tries()));
            case DeadLetterDecision.AlreadyDecided(DeadLetter letter) ->
                    throw alreadyDecided(letter);
            case DeadLetterDecision.BehindAnother(UUID older) ->
                    throw new Problem(
                            409,
                            "older-letter-waits",
                            "An older letter waits",
                            "Letters of one key are handled in their order; decide on "
                                    + older
                                    + " first.",
                            Map.of("older", older));
            case DeadLetterDecision.NoHandler(String group) ->
                    throw Problems.conflict(
                            "no-consumer",
                            "Nobody handles it",
                            "The service no longer reads as the group " + group + ".");
            case DeadLetterDecision.Missing() -> throw missing();
        };
    }

    private DeadLetter find(UUID id) {
        return letters.find(id).orElseThrow(DeadLettersResource::missing);
    }

    private DeadLetterView view(DeadLetter letter) {
        return DeadLetterView.of(letter, namesIn(List.of(letter)));
    }

    private Map<String, String> namesIn(List<DeadLetter> letters) {
        return staff.names(
                letters.stream().map(DeadLetter::decidedBy).filter(Objects::nonNull).toList());
    }

    private static Problem missing() {
        return Problems.notFound("There is no dead letter with this id.");
    }

    private static Problem alreadyDecided(DeadLetter letter) {
        return AlreadyDecided.problem(letter.state(), letter.decidedBy(), letter.decidedAt());
    }
}
