package galley.editorial.check.text;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import galley.editorial.check.Check;
import galley.editorial.check.Defect;
import galley.editorial.check.Proof;
import galley.editorial.content.WholeCharacters;
import galley.kit.html.SafeHtml;

/**
 * Texts are in the language that the article is marked with: hyphens, voices and search need it.
 * Where it is not marked, they are in one language.
 */
@ApplicationScoped
class MixedLanguage implements Check {
    private static final int EVIDENCE = 80;

    /** Each takes about a quarter of a millisecond, and a release waits for it. */
    private static final int MOST_PASSAGES = 40;

    @Override
    public String name() {
        return "mixed-language";
    }

    @Override
    public String looksFor() {
        return "Texts in another language than the article says, or than it begins in.";
    }

    @Override
    public List<Defect> look(Proof proof) {
        String said = languageOf(proof.article().language());
        List<Judged> texts =
                thinned(proof.texts().stream().map(text -> Judged.of(text, said)).toList());
        Optional<Expected> common =
                said == null
                        ? texts.stream()
                                .filter(text -> text.declared() == null)
                                .flatMap(text -> text.language().stream())
                                .findFirst()
                                .map(first -> new Expected(first, "the article begins in"))
                        : Optional.of(new Expected(said, "the article says"));
        return texts.stream().flatMap(text -> look(text, common).stream()).toList();
    }

    private static Optional<Defect> look(Judged text, Optional<Expected> common) {
        Optional<Expected> own =
                text.isAsDeclared()
                        ? Optional.of(new Expected(text.declared(), "the part says"))
                        : common;
        return own.flatMap(
                expected ->
                        ForeignRun.first(expected.language(), text.passages())
                                .map(run -> defect(text.part(), run, expected)));
    }

    private static Defect defect(String part, ForeignRun run, Expected expected) {
        return new Defect(
                part,
                "body",
                "It seems to be in %s; %s %s."
                        .formatted(
                                nameOf(run.language()),
                                expected.why(),
                                nameOf(expected.language())),
                WholeCharacters.start(run.start().text(), EVIDENCE));
    }

    /** Of a very long article some passages stand for all. */
    private static List<Judged> thinned(List<Judged> texts) {
        int all = texts.stream().mapToInt(text -> text.passages().size()).sum();
        int step = Math.ceilDiv(all, MOST_PASSAGES);
        return step < 2 ? texts : texts.stream().map(text -> text.each(step)).toList();
    }

    private static String languageOf(String tag) {
        return tag == null ? null : Locale.forLanguageTag(tag).getLanguage();
    }

    private static String nameOf(String language) {
        return Locale.of(language).getDisplayLanguage(Locale.ENGLISH);
    }

    /**
     * The language of a text, and who says so.
     *
     * @param language ISO 639-1
     */
    private record Expected(String language, String why) {}

    /**
     * A text as it is judged.
     *
     * @param declared ISO 639-1 language that the part names; null where that is the article's
     */
    private record Judged(String part, String declared, List<Passage> passages) {

        static Judged of(Proof.Text text, String said) {
            Document document = Jsoup.parseBodyFragment(text.body());
            document.select("[lang]").stream()
                    // what is marked as being in another language may be
                    .filter(marked -> !Objects.equals(languageOf(marked.attr("lang")), said))
                    .forEach(Element::remove);
            List<Passage> whole = passages(document);
            boolean quotes = !document.select("blockquote").remove().isEmpty();
            List<Passage> own = quotes ? passages(document) : whole;
            String language = languageOf(text.language());
            return new Judged(
                    text.part(),
                    Objects.equals(language, said) ? null : language,
                    own.isEmpty() ? whole : own);
        }

        private static List<Passage> passages(Document document) {
            return Passage.of(SafeHtml.toText(document.body().html()));
        }

        /** The first language that can be told. */
        Optional<String> language() {
            return passages.stream()
                    .flatMap(passage -> TextLanguage.of(passage.own()).stream())
                    .findFirst();
        }

        boolean isAsDeclared() {
            return declared != null
                    && language().filter(told -> TextLanguage.isAlike(told, declared)).isPresent();
        }

        Judged each(int step) {
            return new Judged(
                    part,
                    declared,
                    IntStream.range(0, passages.size())
                            .filter(place -> place % step == 0)
                            .mapToObj(passages::get)
                            .toList());
        }
    }
}
