package galley.publish.edition;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import galley.events.Attribution;
import galley.events.Part;
import galley.events.Person;
import galley.events.Picture;
import galley.events.Related;
import galley.kit.html.SafeHtml;

/** Parts with nothing in them that acts: bodies cleaned, addresses of the web only. */
final class SafeParts {
    private static final Pattern WEB = Pattern.compile("(?i)https?://\\S+");

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Set<String> PICTURES =
            Set.of("image/jpeg", "image/png", "image/gif", "image/webp");

    private SafeParts() {}

    /** The same parts, safe; null counts as none. */
    static List<Part> of(List<Part> parts) {
        return parts == null ? List.of() : parts.stream().map(SafeParts::safe).toList();
    }

    /** The same links, without those that lead nowhere safe. */
    static List<Related> ofRelated(List<Related> related) {
        return related.stream()
                .filter(it -> it.title() != null)
                .filter(it -> it.article() != null || web(it.url()) != null)
                .map(it -> it.article() != null ? new Related(it.title(), null, it.article()) : it)
                .toList();
    }

    private static Part safe(Part part) {
        return switch (part) {
            case Part.Introduction it -> new Part.Introduction(it.id(), clean(it.body()));
            case Part.Original it -> new Part.Original(it.id(), it.headline(), clean(it.body()));
            case Part.Reprint it ->
                    new Part.Reprint(
                            it.id(),
                            it.headline(),
                            it.excerpt(),
                            it.dateline(),
                            safe(it.attribution()),
                            it.rights(),
                            clean(it.body()));
            case Part.Media it ->
                    new Part.Media(
                            it.id(),
                            it.kind(),
                            web(it.url()),
                            it.provider(),
                            it.caption(),
                            it.credit(),
                            it.alt(),
                            safe(it.picture()));
            case Part.People it -> new Part.People(it.id(), safe(it.people()));
        };
    }

    private static Picture safe(Picture it) {
        boolean safe =
                it != null
                        && HASH.matcher(String.valueOf(it.hash())).matches()
                        && PICTURES.contains(String.valueOf(it.type()));
        return safe ? it : null;
    }

    private static List<Person> safe(List<Person> people) {
        return people.stream()
                .map(it -> new Person(it.name(), it.role(), it.affiliation(), web(it.url())))
                .toList();
    }

    private static Attribution safe(Attribution it) {
        return it == null
                ? null
                : new Attribution(
                        it.publisher(),
                        it.author(),
                        web(it.url()),
                        it.publishedOn(),
                        it.language(),
                        it.translator(),
                        it.translationPublisher(),
                        web(it.translationUrl()));
    }

    private static String web(String address) {
        return address != null && WEB.matcher(address).matches() ? address : null;
    }

    private static String clean(String body) {
        return SafeHtml.clean(Objects.requireNonNullElse(body, ""));
    }
}
