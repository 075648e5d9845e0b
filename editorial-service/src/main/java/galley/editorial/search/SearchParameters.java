package galley.editorial.search;

import java.util.List;

import jakarta.ws.rs.QueryParam;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import galley.kit.json.StrictJson;

/**
 * Which articles somebody looks for, as it comes: as query parameters, and as the JSON of a saved
 * search. Empty counts as absent.
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public class SearchParameters {
    @QueryParam("q")
    @Parameter(
            description =
                    "Words in any of their forms, in the headline or the text. Quotation marks make"
                            + " a phrase, a minus sign excludes, `harb*` finds beginnings, `OR`"
                            + " leaves a choice. At most 1,000 characters",
            example = "\"new ferry\" harb* -strike")
    String q;

    @QueryParam("state")
    @Parameter(description = "States of the working revision, such as `in-review`")
    List<String> state;

    @QueryParam("publication")
    @Parameter(description = "What readers get: unpublished, live, withheld or killed")
    String publication;

    @QueryParam("desk")
    @Parameter(description = "In this desk's queue")
    String desk;

    @QueryParam("assignee")
    @Parameter(description = "A login, `me`, or a pseudonym as articles name it")
    String assignee;

    @QueryParam("unassigned")
    @Parameter(description = "With `true`, what nobody has in hand")
    String unassigned;

    @QueryParam("source")
    @Parameter(description = "The id of a source")
    String source;

    @QueryParam("priority")
    @Parameter(description = "1, the first to be dealt with, to 9")
    String priority;

    @QueryParam("slug")
    @Parameter(description = "The last part of the article's address")
    String slug;

    @QueryParam("language")
    @Parameter(description = "A language range: `en` also finds `en-GB`")
    String language;

    @QueryParam("kind")
    @Parameter(description = "Such as `reprint` or `interview`")
    String kind;

    @QueryParam("section")
    String section;

    @QueryParam("tag")
    @Parameter(description = "All of these tags")
    List<String> tag;

    @QueryParam("byline")
    String byline;

    @QueryParam("subject")
    @Parameter(description = "Code or name of a subject")
    String subject;

    @QueryParam("publisher")
    @Parameter(description = "Who first published what is reprinted")
    String publisher;

    @QueryParam("author")
    @Parameter(description = "Who wrote what is reprinted")
    String author;

    @QueryParam("createdFrom")
    @Parameter(description = "Times are as in RFC 3339; `From` is included, `To` is not")
    String createdFrom;

    @QueryParam("createdTo")
    String createdTo;

    @QueryParam("updatedFrom")
    String updatedFrom;

    @QueryParam("updatedTo")
    String updatedTo;

    @QueryParam("publishedFrom")
    String publishedFrom;

    @QueryParam("publishedTo")
    String publishedTo;

    @QueryParam("dueFrom")
    String dueFrom;

    @QueryParam("dueTo")
    String dueTo;

    @QueryParam("embargoedFrom")
    String embargoedFrom;

    @QueryParam("embargoedTo")
    String embargoedTo;

    /** The same of another assignee. */
    SearchParameters withAssignee(String other) {
        SearchParameters same = StrictJson.bind(StrictJson.treeOf(this), SearchParameters.class);
        same.assignee = other;
        return same;
    }
}
