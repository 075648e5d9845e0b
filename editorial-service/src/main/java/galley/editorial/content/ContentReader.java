package galley.editorial.content;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import galley.events.Kind;
import galley.events.Proposal;
import galley.kit.json.Errors;
import galley.kit.json.StrictJson;
import galley.kit.problem.Problems;

/**
 * Reads the content of an article as a client sends it: the article's own JSON, in which the
 * members that only the platform changes are passed over, so that what was read can be sent back.
 */
public final class ContentReader {
    /** Members of the article that are not content. Proposals are made and settled one by one. */
    private static final Set<String> PLATFORMS_OWN =
            Set.of(
                    "id",
                    "revision",
                    "version",
                    "slug",
                    "proposals",
                    "workflow",
                    "publication",
                    "publishedAt",
                    "updatedAt",
                    "url",
                    "corrections",
                    "provenance",
                    "desk",
                    "priority",
                    "scheduledAt",
                    "amendment",
                    "assignee",
                    "dueAt");

    private static final String EMBARGO = "embargoedUntil";

    private final UnaryOperator<String> sanitizer;
    private final KnownPictures pictures;

    /** Takes what makes a body safe HTML, and what knows the pictures that parts name. */
    public ContentReader(UnaryOperator<String> sanitizer, KnownPictures pictures) {
        this.sanitizer = sanitizer;
        this.pictures = pictures;
    }

    /**
     * Reads, checks and cleans a whole content.
     *
     * @param json the article as the client would have it
     * @param proposals those that stand, which a save does not touch
     * @throws galley.kit.problem.Problem 422 that names every field that is wrong
     */
    public Content read(JsonNode json, List<Proposal> proposals) {
        return read(json, proposals, null);
    }

    /**
     * Reads, checks and cleans a whole content in place of another.
     *
     * @param json the article as the client would have it
     * @param proposals those that stand, which a save does not touch
     * @param standing the headline that there was; it may stay, even if nobody could write it: some
     *     sources send none, or a very long one
     * @throws galley.kit.problem.Problem 422 that names every field that is wrong
     */
    public Content read(JsonNode json, List<Proposal> proposals, String standing) {
        if (!(json instanceof ObjectNode members)) {
            throw Problems.unprocessable("", "An article is a JSON object.");
        }
        Errors errors = new Errors();
        Optional<Content> content = read(members, proposals, standing, errors);
        errors.throwIfAny();
        return content.orElseThrow();
    }

    Optional<Content> read(ObjectNode json, List<Proposal> proposals, Errors errors) {
        return read(json, proposals, null, errors);
    }

    private Optional<Content> read(
            ObjectNode json, List<Proposal> proposals, String standing, Errors errors) {
        ObjectNode own = json.deepCopy().remove(PLATFORMS_OWN);
        if (own.path(EMBARGO).isNumber()) {
            // Jackson would take a number for seconds
            errors.add(EMBARGO, "A time is text as in RFC 3339.");
            own.remove(EMBARGO);
        }
        return StrictJson.bind(own, Content.class, errors)
                .map(sent -> clean(sent, proposals, standing, errors));
    }

    private Content clean(Content sent, List<Proposal> proposals, String standing, Errors errors) {
        Fields fields = new Fields(errors);
        PartCleaner parts = new PartCleaner(fields, sanitizer, pictures);
        Content clean =
                new Content(
                        fields.language("language", sent.language()),
                        sent.kind() == null ? Kind.ORIGINAL : sent.kind(),
                        sent.headline() != null && sent.headline().equals(standing)
                                ? standing
                                : fields.headline("headline", sent.headline()),
                        PlainText.orNull(sent.standfirst()),
                        PlainText.orNull(sent.section()),
                        fields.words("tags", sent.tags()),
                        fields.words("bylines", sent.bylines()),
                        fields.subjects("subjects", sent.subjects()),
                        Fields.rights(sent.rights()),
                        proposals,
                        sent.teaserBreak(),
                        parts.clean(sent.parts()),
                        fields.related("related", sent.related()),
                        fields.time(EMBARGO, sent.embargoedUntil()));
        fields.teaserBreak("teaserBreak", clean.teaserBreak(), clean.parts());
        return clean;
    }
}
