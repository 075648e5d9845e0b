package galley.publish.product;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.announcement.Marks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A product is the same for what is announced, which Java tests, as for what the database lists.
 */
@TestServers
class ProductTest {
    private static final Product ALL = new Product(null, null, null, null, null, null);

    private static final List<Product> PRODUCTS =
            List.of(
                    ALL,
                    new Product(List.of("World"), null, null, null, null, null),
                    new Product(List.of("Sport", "World"), null, null, null, null, null),
                    new Product(null, List.of("ports", "ferries"), null, null, null, null),
                    new Product(null, null, List.of("Lusa"), null, null, null),
                    new Product(null, null, null, List.of("EN"), null, null),
                    new Product(null, null, null, List.of("en-gb", "pt"), null, null),
                    new Product(null, null, null, null, List.of("reprint", "round-up"), null),
                    new Product(null, null, null, null, null, List.of("medtop:04000000")),
                    new Product(null, null, null, null, null, List.of("04000000", "sea")),
                    new Product(
                            List.of("World"), List.of("ports"), null, List.of("en"), null, null));

    private static final List<Marks> ARTICLES =
            List.of(
                    Marks.NONE,
                    marks("reprint", "en-GB", "World", List.of("ports"), List.of("Lusa")),
                    marks("original", "en", "Sport", List.of("ports", "sea"), List.of()),
                    marks("round-up", "eng", "World", List.of(), List.of("Lusa", "AFP")),
                    marks("interview", "pt-BR", "world", List.of("Ports"), List.of("lusa")),
                    marks(null, "EN-gb", null, List.of("ferries"), List.of("AFP")));

    @Inject Session session;

    private static Marks marks(
            String kind, String language, String section, List<String> tags, List<String> sources) {
        List<String> subjects =
                section == null ? List.of() : List.of("sea", "04000000", "medtop:04000000");
        return new Marks(kind, language, section, tags, sources, List.of(), subjects);
    }

    @Test
    void javaAndTheDatabaseAgree() {
        List<String> different = new ArrayList<>();
        int matches = 0;
        for (Product product : PRODUCTS) {
            for (Marks marks : ARTICLES) {
                boolean has = product.has(marks);
                matches += has ? 1 : 0;
                if (has != isInDatabase(product, marks)) {
                    different.add(product + " of " + marks);
                }
            }
        }
        assertThat(different).isEmpty();
        assertThat(matches).isBetween(15, PRODUCTS.size() * ARTICLES.size() - 15);
    }

    @Test
    void everyListNarrowsAndAnyValueOfAListWill() {
        Marks article = ARTICLES.get(1);
        assertThat(ALL.has(article)).isTrue();
        assertThat(PRODUCTS.get(2).has(article)).isTrue();
        assertThat(PRODUCTS.getLast().has(article)).isTrue();
        assertThat(
                        Stream.of(ARTICLES.get(2), ARTICLES.get(3), ARTICLES.get(4))
                                .noneMatch(PRODUCTS.getLast()::has))
                .isTrue();
    }

    private boolean isInDatabase(Product product, Marks marks) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () ->
                                session.createNativeQuery(
                                                """
                                                select in_product(cast(:product as jsonb),
                                                    cast(:section as text), :tags, :sources,
                                                    cast(:language as text),
                                                    cast(:article as jsonb))
                                                """,
                                                Boolean.class)
                                        .setParameter("product", json(product))
                                        .setParameter("section", marks.section(), String.class)
                                        .setParameter("tags", marks.tags().toArray(String[]::new))
                                        .setParameter(
                                                "sources", marks.sources().toArray(String[]::new))
                                        .setParameter("language", marks.language(), String.class)
                                        .setParameter("article", article(marks))
                                        .getSingleResult());
    }

    private static String article(Marks marks) {
        var article = Samples.JSON.createObjectNode().put("kind", marks.kind());
        var subjects = article.putArray("subjects");
        if (!marks.subjects().isEmpty()) {
            subjects.addObject().put("scheme", "medtop").put("code", "04000000").put("name", "sea");
        }
        return article.toString();
    }

    private static String json(Product product) {
        try {
            return Samples.JSON.writeValueAsString(product);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
