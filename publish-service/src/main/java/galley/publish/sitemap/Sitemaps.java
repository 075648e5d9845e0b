package galley.publish.sitemap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import galley.publish.edition.PublicationDates;
import galley.publish.edition.PublicationMonth;
import galley.publish.edition.PublishedArticle;
import galley.publish.frontpage.FrontPages;
import galley.publish.http.KeptRepresentations;
import galley.publish.http.Representation;
import galley.publish.site.Addresses;
import galley.publish.site.SiteConfig;

/** Writes the sitemaps; each is kept while what it lists is the same. */
@Singleton
class Sitemaps {
    /** As many as the protocol allows in one sitemap. */
    static final int MAX_ADDRESSES = 50_000;

    /** As many as search engines take in one news sitemap, and how old at most. */
    private static final int MAX_NEWS = 1_000;

    private static final Duration NEWS_AGE = Duration.ofDays(2);

    private static final long MAX_BYTES_KEPT = 32 << 20;
    private static final String XML = "application/xml;charset=UTF-8";
    private static final String NEWS_PATH = "/sitemap-news.xml";

    private final PublicationDates dates;
    private final FrontPages frontPages;
    private final SiteConfig site;
    private final Addresses addresses;
    private final Clock clock;
    private final KeptRepresentations<String> kept = new KeptRepresentations<>(MAX_BYTES_KEPT);

    Sitemaps(
            PublicationDates dates,
            FrontPages frontPages,
            SiteConfig site,
            Addresses addresses,
            Clock clock) {
        this.dates = dates;
        this.frontPages = frontPages;
        this.site = site;
        this.addresses = addresses;
        this.clock = clock;
    }

    /**
     * A sitemap and what is known of its age.
     *
     * @param changedAt when what it lists last changed
     */
    record Dated(Representation representation, Instant changedAt) {}

    /** The index of all sitemaps but the news'. */
    Representation index() {
        var pages = new SitemapXml.Listed(addresses.absolute("/sitemaps/pages.xml"), null);
        var articles = dates.months().stream().flatMap(this::listed);
        return xml(SitemapXml.index(Stream.concat(Stream.of(pages), articles).toList()));
    }

    private Stream<SitemapXml.Listed> listed(PublicationMonth month) {
        return Chunk.of(month).stream()
                .map(
                        chunk ->
                                new SitemapXml.Listed(
                                        addresses.absolute(
                                                "/sitemaps/articles-" + chunk.name() + ".xml"),
                                        month.changedAt()));
    }

    /** The front page and the sections' pages. */
    Representation pages() {
        List<String> pages = new ArrayList<>();
        pages.add(addresses.absolute("/"));
        frontPages
                .sections()
                .forEach(it -> pages.add(addresses.absolute(Addresses.sectionPath(it.key()))));
        return xml(SitemapXml.pages(pages));
    }

    /** A sitemap of articles; empty when it would have none. */
    Optional<Dated> articles(String name) {
        return Chunk.named(name)
                .flatMap(chunk -> dates.month(chunk.month()).flatMap(it -> articles(chunk, it)));
    }

    private Optional<Dated> articles(Chunk chunk, PublicationMonth month) {
        if (!Chunk.of(month).contains(chunk)) {
            return Optional.empty();
        }
        var sitemap = kept.get(chunk.name(), month).orElseGet(() -> writeArticles(chunk, month));
        return Optional.of(new Dated(sitemap, month.changedAt()));
    }

    private Representation writeArticles(Chunk chunk, PublicationMonth month) {
        var listed = dates.articles(chunk.month(), chunk.offset(), MAX_ADDRESSES);
        var sitemap = xml(SitemapXml.articles(listed, addresses));
        // what changed while it was read may be in it or not: then it is not kept
        return dates.month(chunk.month()).equals(Optional.of(month))
                ? kept.keep(chunk.name(), month, sitemap)
                : sitemap;
    }

    /** What was first published within the last two days, the newest first. */
    Representation news() {
        var articles = dates.since(clock.instant().minus(NEWS_AGE), MAX_NEWS);
        return kept.get(NEWS_PATH, articles).orElseGet(() -> writeNews(articles));
    }

    private Representation writeNews(List<PublishedArticle> articles) {
        return kept.keep(
                NEWS_PATH,
                articles,
                xml(SitemapXml.news(articles, site.title(), site.language(), addresses)));
    }

    /** Which sitemaps there are, for crawlers, which may go everywhere. */
    Representation robots() {
        return Representation.of(
                "text/plain;charset=UTF-8",
                """
                User-agent: *
                Allow: /

                Sitemap: %s
                Sitemap: %s
                """
                        .formatted(
                                addresses.absolute("/sitemap.xml"), addresses.absolute(NEWS_PATH)));
    }

    private static Representation xml(byte[] document) {
        return Representation.of(XML, document);
    }
}
