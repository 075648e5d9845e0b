package galley.editorial.check.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import galley.editorial.check.Check;
import galley.editorial.check.Defect;
import galley.editorial.check.Proof;
import galley.kit.html.SafeHtml;

/**
 * Texts are in the language that the article is marked with: hyphens, voices and search need it.
 */
@ApplicationScoped
class MixedLanguage implements Check {
    private static final int EVIDENCE = 80;

    @Override
    public String name() {
        return "mixed-language";
    }

    @Override
    public String looksFor() {
        return "Texts in another language than the article says.";
    }

    @Override
    public List<Defect> look(Proof proof) {
        String tag = proof.article().language();
        if (tag == null) {
            return List.of();
        }
        Locale said = Locale.forLanguageTag(tag);
        return proof.texts().stream().flatMap(text -> look(text, said).stream()).toList();
    }

    private static Optional<Defect> look(Proof.Text text, Locale said) {
        String plain = inTheArticlesLanguage(text.body(), said);
        return TextLanguage.otherThan(said.getLanguage(), plain)
                .map(
                        other ->
                                new Defect(
                                        text.part(),
                                        "body",
                                        "It seems to be in %s; the article says %s."
                                                .formatted(nameOf(other), nameOf(said)),
                                        plain.substring(0, Math.min(EVIDENCE, plain.length()))));
    }

    /** What is marked as being in another language may be. */
    private static String inTheArticlesLanguage(String body, Locale said) {
        Document document = Jsoup.parseBodyFragment(body);
        document.select("[lang]").stream()
                .filter(
                        element ->
                                !Locale.forLanguageTag(element.attr("lang"))
                                        .getLanguage()
                                        .equals(said.getLanguage()))
                .forEach(Element::remove);
        return SafeHtml.toText(document.body().html());
    }

    private static String nameOf(Locale language) {
        return Locale.of(language.getLanguage()).getDisplayLanguage(Locale.ENGLISH);
    }
}
