package galley.publish.page;

import java.util.List;

import galley.events.Person;
import galley.events.Rights;

/**
 * A part of an article, ready for its page; what its sort of part does not have is null or empty.
 *
 * @param type as on the wire: introduction, reprint, original, media or people
 * @param attribution the sentence that says where it is from, in pieces
 * @param body safe HTML, to be written as it is
 */
public record PartOnPage(
        String type,
        String id,
        String headline,
        List<Link> attribution,
        Rights rights,
        String body,
        MediaOnPage media,
        List<Person> people) {

    static PartOnPage text(String type, String id, String headline, String body) {
        return new PartOnPage(type, id, headline, List.of(), null, body, null, List.of());
    }

    static PartOnPage reprint(
            String id, String headline, List<Link> attribution, Rights rights, String body) {
        return new PartOnPage("reprint", id, headline, attribution, rights, body, null, List.of());
    }

    static PartOnPage media(String id, MediaOnPage media) {
        return new PartOnPage("media", id, null, List.of(), null, null, media, List.of());
    }

    static PartOnPage people(String id, List<Person> people) {
        return new PartOnPage("people", id, null, List.of(), null, null, null, people);
    }
}
