package galley.editorial.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import galley.events.Attribution;
import galley.events.MediaKind;
import galley.events.Part;
import galley.events.Person;
import galley.events.Picture;

/** Checks the parts of an article, gives an id to each that has none and makes bodies safe. */
final class PartCleaner {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    private final Fields fields;
    private final UnaryOperator<String> sanitizer;
    private final KnownPictures pictures;

    PartCleaner(Fields fields, UnaryOperator<String> sanitizer, KnownPictures pictures) {
        this.fields = fields;
        this.sanitizer = sanitizer;
        this.pictures = pictures;
    }

    List<Part> clean(List<Part> parts) {
        Set<String> taken = takenIds(parts);
        List<Part> clean = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            String id = part.id() == null ? freeId(taken) : part.id();
            clean.add(clean("parts[" + i + "]", id, part));
        }
        return clean;
    }

    private Set<String> takenIds(List<Part> parts) {
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < parts.size(); i++) {
            String id = parts.get(i).id();
            if (id != null && !ID.matcher(id).matches()) {
                fields.errors()
                        .add("parts[" + i + "].id", "An id is made of letters, digits, - and _.");
            } else if (id != null && !taken.add(id)) {
                fields.errors().add("parts[" + i + "].id", "Another part has this id.");
            }
        }
        return taken;
    }

    private static String freeId(Set<String> taken) {
        return IntStream.iterate(1, n -> n + 1)
                .mapToObj(n -> "p" + n)
                .filter(taken::add)
                .findFirst()
                .orElseThrow();
    }

    private Part clean(String path, String id, Part part) {
        return switch (part) {
            case Part.Introduction(_, var body) -> new Part.Introduction(id, body(path, body));
            case Part.Original(_, var headline, var body) ->
                    new Part.Original(id, PlainText.orNull(headline), body(path, body));
            case Part.Reprint reprint -> reprint(path, id, reprint);
            case Part.Media media -> media(path, id, media);
            case Part.People(_, var people) -> new Part.People(id, people(path, people));
        };
    }

    private String body(String path, String html) {
        if (html == null) {
            fields.errors().add(path + ".body", "It must be there, if only as an empty text.");
            return null;
        }
        return sanitizer.apply(html);
    }

    private Part.Reprint reprint(String path, String id, Part.Reprint sent) {
        return new Part.Reprint(
                id,
                PlainText.orNull(sent.headline()),
                sent.excerpt(),
                Fields.dateline(sent.dateline()),
                attribution(path + ".attribution", sent.attribution()),
                Fields.rights(sent.rights()),
                body(path, sent.body()));
    }

    private Attribution attribution(String path, Attribution sent) {
        return sent == null
                ? null
                : new Attribution(
                        PlainText.orNull(sent.publisher()),
                        PlainText.orNull(sent.author()),
                        fields.address(path + ".url", sent.url()),
                        sent.publishedOn(),
                        fields.language(path + ".language", sent.language()),
                        PlainText.orNull(sent.translator()),
                        PlainText.orNull(sent.translationPublisher()),
                        fields.address(path + ".translationUrl", sent.translationUrl()));
    }

    private Part.Media media(String path, String id, Part.Media sent) {
        if (sent.kind() == null) {
            fields.errors().add(path + ".kind", "It is one of video, audio, image and document.");
        }
        Picture picture = picture(path, sent);
        return new Part.Media(
                id,
                sent.kind(),
                mediaAddress(path + ".url", sent),
                PlainText.orNull(sent.provider()),
                PlainText.orNull(sent.caption()),
                PlainText.orNull(sent.credit()),
                PlainText.orNull(sent.alt()),
                picture);
    }

    /** What the store knows of the picture counts, whatever was sent beside its hash. */
    private Picture picture(String path, Part.Media sent) {
        if (sent.picture() == null) {
            return null;
        }
        if (sent.kind() != null && sent.kind() != MediaKind.IMAGE) {
            fields.errors().add(path + ".kind", "A part that names a picture is an image.");
        }
        String field = path + ".picture.hash";
        String hash = fields.required(field, sent.picture().hash());
        Optional<Picture> known = hash == null ? Optional.empty() : pictures.picture(hash);
        if (hash != null && known.isEmpty()) {
            fields.errors().add(field, "There is no picture with this hash.");
        }
        return known.orElse(null);
    }

    private String mediaAddress(String field, Part.Media sent) {
        if (sent.picture() == null) {
            fields.required(field, sent.url());
        } else if (PlainText.orNull(sent.url()) == null) {
            return pictures.address(sent.picture().hash());
        }
        return fields.address(field, sent.url());
    }

    private List<Person> people(String path, List<Person> sent) {
        List<Person> clean = new ArrayList<>();
        List<Person> people = sent == null ? List.of() : sent;
        for (int i = 0; i < people.size(); i++) {
            String at = path + ".people[" + i + "]";
            Person person = people.get(i);
            clean.add(
                    new Person(
                            fields.required(at + ".name", person.name()),
                            PlainText.orNull(person.role()),
                            PlainText.orNull(person.affiliation()),
                            fields.address(at + ".url", person.url())));
        }
        return clean;
    }
}
