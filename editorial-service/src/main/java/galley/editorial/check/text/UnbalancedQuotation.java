package galley.editorial.check.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import galley.editorial.check.Check;
import galley.editorial.check.Defect;
import galley.editorial.check.Proof;
import galley.events.Article;
import galley.kit.html.SafeHtml;

/** Every quotation begins and ends, so that nobody is quoted with what others said. */
@ApplicationScoped
class UnbalancedQuotation implements Check {

    @Override
    public String name() {
        return "unbalanced-quotation";
    }

    @Override
    public String looksFor() {
        return "Quotations that begin without an end, or end without a beginning.";
    }

    @Override
    public List<Defect> look(Proof proof) {
        Article article = proof.article();
        Stream<Optional<Defect>> heads =
                Stream.of(
                        look(null, "headline", article.headline()),
                        look(null, "standfirst", article.standfirst()));
        Stream<Optional<Defect>> texts =
                proof.texts().stream()
                        .map(text -> look(text.part(), "body", SafeHtml.toText(text.body())));
        return Stream.concat(heads, texts).flatMap(Optional::stream).toList();
    }

    private static Optional<Defect> look(String part, String field, String text) {
        return Quotations.firstUnbalanced(text == null ? "" : text)
                .map(
                        words ->
                                new Defect(
                                        part,
                                        field,
                                        "A quotation has no beginning or no end.",
                                        words));
    }
}
