package galley.publish.text;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

import galley.events.Article;
import galley.events.Part;
import galley.kit.html.Blocks;

/** What an article is called on pages, in lists and in feeds. */
public final class Headlines {
    private static final int WORDS = 9;

    private Headlines() {}

    /** The article's headline; where it has none, the first words of its text. */
    public static String of(Article article) {
        if (isPresent(article.headline())) {
            return article.headline();
        }
        return article.parts().stream()
                .flatMap(Headlines::texts)
                .filter(Headlines::isPresent)
                .findFirst()
                .map(Headlines::firstWords)
                .orElse("Untitled");
    }

    private static Stream<String> texts(Part part) {
        return switch (part) {
            case Part.Introduction introduction -> blocks(introduction.body());
            case Part.Reprint reprint ->
                    Stream.concat(Stream.ofNullable(reprint.headline()), blocks(reprint.body()));
            case Part.Original original ->
                    Stream.concat(Stream.ofNullable(original.headline()), blocks(original.body()));
            case Part.Media media -> Stream.of(media.caption(), media.alt());
            case Part.People people -> people.people().stream().map(person -> person.name());
        };
    }

    private static Stream<String> blocks(String body) {
        return Blocks.of(body).children().stream().map(Element::text);
    }

    private static String firstWords(String text) {
        List<String> words = Arrays.asList(text.strip().split("\\s+", WORDS + 1));
        return words.size() <= WORDS
                ? String.join(" ", words)
                : words.stream().limit(WORDS).collect(Collectors.joining(" ", "", " …"));
    }

    private static boolean isPresent(String text) {
        return !Objects.requireNonNullElse(text, "").isBlank();
    }
}
