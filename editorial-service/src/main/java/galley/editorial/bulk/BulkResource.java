package galley.editorial.bulk;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import galley.editorial.article.Decisions;
import galley.editorial.article.Edits;
import galley.editorial.article.Edits.Edit;
import galley.editorial.article.Refusals;
import galley.editorial.bulk.BulkRequest.Item;
import galley.editorial.bulk.BulkRequest.Tags;
import galley.editorial.staff.Caller;
import galley.editorial.staff.Callers;
import galley.editorial.workflow.Step;
import galley.events.Article;
import galley.kit.etag.ETag;
import galley.kit.json.StrictJson;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

import static galley.editorial.staff.Roles.EDITOR;
import static galley.editorial.staff.Roles.PUBLISHER;
import static galley.editorial.staff.Roles.WRITER;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Takes one decision on many articles: each alone, whatever becomes of the others. */
@Path("/v1/articles/bulk")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Decisions")
public class BulkResource {
    private static final int MOST = 100;
    private static final String TAG = "tag";

    private final Decisions decisions;
    private final Edits edits;
    private final Callers callers;

    BulkResource(Decisions decisions, Edits edits, Callers callers) {
        this.decisions = decisions;
        this.edits = edits;
        this.callers = callers;
    }

    /**
     * Answers what became of each article, in their order; 422 where the request itself is wrong.
     */
    @POST
    @RolesAllowed({WRITER, EDITOR, PUBLISHER})
    @Operation(
            summary = "Takes one decision on many articles, each answered for itself",
            description =
                    "`step` is a decision, such as submit, approve, assign or spike, or `tag`."
                            + " At most 100 articles.")
    @RequestBody(content = @Content(schema = @Schema(implementation = BulkRequest.class)))
    public BulkAnswer decide(byte[] body) {
        BulkRequest request = StrictJson.bind(StrictJson.read(body), BulkRequest.class);
        check(request);
        Caller caller = callers.present();
        return BulkAnswer.of(request.items(), action(request, caller));
    }

    private static void check(BulkRequest request) {
        if (request.items().isEmpty() || request.items().size() > MOST) {
            throw Problems.unprocessable("items", "There are 1 to %d articles.".formatted(MOST));
        }
        for (int i = 0; i < request.items().size(); i++) {
            Item item = request.items().get(i);
            if (item.id() == null || item.revision() == null) {
                throw Problems.unprocessable(
                        "items[%d]".formatted(i), "An article is named by id and revision.");
            }
        }
    }

    private Function<Item, Article> action(BulkRequest request, Caller caller) {
        if (TAG.equals(request.step())) {
            if (request.with() == null) {
                throw Problems.unprocessable("with", "It says which tags to add or remove.");
            }
            Tags tags = StrictJson.bind(request.with(), Tags.class);
            return item -> tag(item, tags, caller);
        }
        Step step = step(request.step()).orElseThrow(BulkResource::unknown);
        Refusals.requireRole(step, caller);
        byte[] with = request.with() == null ? null : request.with().toString().getBytes(UTF_8);
        return item -> decisions.decide(item.id(), step, etag(item), with, caller);
    }

    private Article tag(Item item, Tags tags, Caller caller) {
        return edits.change(
                item.id(),
                etag(item),
                caller,
                content -> {
                    var changed = new LinkedHashSet<>(content.tags());
                    changed.addAll(tags.add());
                    tags.remove().forEach(changed::remove);
                    return new Edit(content.withTags(List.copyOf(changed)), null);
                });
    }

    private static String etag(Item item) {
        return ETag.of(item.revision()).toString();
    }

    /** Those that decide on the content as it is. */
    private static Optional<Step> step(String name) {
        return Arrays.stream(Step.values())
                .filter(step -> !step.roles().isEmpty() && step != Step.CREATE && step != Step.EDIT)
                .filter(step -> step.wireName().equals(name))
                .findFirst();
    }

    private static Problem unknown() {
        return Problems.unprocessable("step", "It is a decision on articles, or tag.");
    }
}
