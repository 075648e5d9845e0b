package galley.publish.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import galley.events.Article;
import galley.events.Attribution;
import galley.events.Part;
import galley.kit.html.SafeHtml;

/** What every form of an article must say, in this order. */
public final class Words {
    private Words() {}

    /** For each part its headline, who it is from, its dateline and its text, as single words. */
    public static List<String> of(Article article) {
        return article.parts().stream()
                .flatMap(Words::of)
                .flatMap(text -> split(text).stream())
                .toList();
    }

    /** A text as single words. */
    public static List<String> split(String text) {
        return Arrays.stream(text.split("[\\s\\p{Z}]+"))
                // what a form writes close to a word is no part of it
                .map(word -> word.replaceAll("^[>\\-\\[]+|[,.;:]+$", ""))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Stream<String> of(Part part) {
        return switch (part) {
            case Part.Introduction it -> Stream.of(SafeHtml.toText(it.body()));
            case Part.Original it -> some(it.headline(), SafeHtml.toText(it.body()));
            case Part.Reprint it -> some(it.headline(), SafeHtml.toText(it.body()));
            case Part.Media it -> some(it.caption());
            case Part.People it ->
                    it.people().stream()
                            .flatMap(
                                    person ->
                                            some(
                                                    person.name(),
                                                    person.role(),
                                                    person.affiliation()));
        };
    }

    /** Names and addresses that must be somewhere in every form, whatever its order. */
    public static List<String> named(Article article) {
        List<String> names = new ArrayList<>();
        for (Part part : article.parts()) {
            switch (part) {
                case Part.Reprint it -> {
                    if (it.attribution() != null) {
                        names.addAll(named(it.attribution()));
                    }
                    if (it.dateline() != null) {
                        names.add(it.dateline().place());
                    }
                }
                case Part.Media it -> names.addAll(some(it.url(), it.credit()).toList());
                case Part.People it ->
                        it.people().forEach(person -> names.addAll(some(person.url()).toList()));
                case Part.Introduction _, Part.Original _ -> {
                    // their words are all there is
                }
            }
        }
        return names;
    }

    private static List<String> named(Attribution it) {
        return some(
                        it.publisher(),
                        it.author(),
                        it.url(),
                        it.translator(),
                        it.translationPublisher(),
                        it.translationUrl())
                .toList();
    }

    private static Stream<String> some(String... texts) {
        return Stream.of(texts).filter(text -> text != null);
    }
}
