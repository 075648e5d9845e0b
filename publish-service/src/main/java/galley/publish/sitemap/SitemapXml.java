package galley.publish.sitemap;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLStreamException;

import galley.publish.edition.PublishedArticle;
import galley.publish.site.Addresses;
import galley.publish.xml.XmlDocument;

/** Writes sitemaps as sitemaps.org and Google's news extension define them. */
final class SitemapXml {
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String NEWS = "http://www.google.com/schemas/sitemap-news/0.9";

    private SitemapXml() {}

    /**
     * A sitemap in an index.
     *
     * @param address absolute
     * @param changedAt may be null
     */
    record Listed(String address, Instant changedAt) {}

    static byte[] index(List<Listed> sitemaps) {
        return XmlDocument.write(
                xml ->
                        xml.element(
                                "sitemapindex",
                                _ -> {
                                    for (Listed sitemap : sitemaps) {
                                        located(xml, "sitemap", sitemap);
                                    }
                                },
                                "xmlns",
                                NAMESPACE));
    }

    static byte[] pages(List<String> addresses) {
        return urls(addresses.stream().map(address -> new Listed(address, null)).toList());
    }

    static byte[] articles(List<PublishedArticle> articles, Addresses addresses) {
        return urls(
                articles.stream()
                        .map(it -> new Listed(addresses.article(it.slug()), it.updatedAt()))
                        .toList());
    }

    private static byte[] urls(List<Listed> pages) {
        return XmlDocument.write(
                xml ->
                        xml.element(
                                "urlset",
                                _ -> {
                                    for (Listed page : pages) {
                                        located(xml, "url", page);
                                    }
                                },
                                "xmlns",
                                NAMESPACE));
    }

    private static void located(XmlDocument xml, String element, Listed it)
            throws XMLStreamException {
        xml.element(
                element,
                _ -> {
                    xml.text("loc", it.address());
                    if (it.changedAt() != null) {
                        xml.text("lastmod", time(it.changedAt()));
                    }
                });
    }

    /**
     * The news sitemap.
     *
     * @param publication its name, exactly as it is known
     * @param language BCP 47, of the articles that do not say theirs
     */
    static byte[] news(
            List<PublishedArticle> articles,
            String publication,
            String language,
            Addresses addresses) {
        return XmlDocument.write(
                xml ->
                        xml.element(
                                "urlset",
                                _ -> {
                                    for (PublishedArticle article : articles) {
                                        news(xml, article, publication, language, addresses);
                                    }
                                },
                                "xmlns",
                                NAMESPACE,
                                "xmlns:news",
                                NEWS));
    }

    private static void news(
            XmlDocument xml,
            PublishedArticle article,
            String publication,
            String language,
            Addresses addresses)
            throws XMLStreamException {
        xml.element(
                "url",
                _ -> {
                    xml.text("loc", addresses.article(article.slug()));
                    xml.text("lastmod", time(article.updatedAt()));
                    xml.element(
                            "news:news",
                            _ -> {
                                xml.element(
                                        "news:publication",
                                        _ -> {
                                            xml.text("news:name", publication);
                                            xml.text(
                                                    "news:language",
                                                    NewsLanguage.of(article.language(), language));
                                        });
                                xml.text("news:publication_date", time(article.publishedAt()));
                                xml.text("news:title", article.headline());
                            });
                });
    }

    private static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
