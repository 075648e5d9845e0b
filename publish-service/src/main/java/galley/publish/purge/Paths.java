package galley.publish.purge;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import galley.publish.content.ContentPaths;
import galley.publish.edition.Appearance;
import galley.publish.feed.FeedPaths;
import galley.publish.frontpage.FrontPages;
import galley.publish.frontpage.ReaderSection;
import galley.publish.media.Widths;
import galley.publish.site.Addresses;

/** The paths at which something of an article is to be had, as the site itself writes them. */
@ApplicationScoped
class Paths {
    /** What shows the newest of all articles, or counts them. */
    static final List<String> OF_EVERY_CHANGE =
            Stream.concat(
                            Stream.of(
                                    "/",
                                    "/archive",
                                    "/v1/articles",
                                    "/v1/front-page",
                                    "/sitemap.xml",
                                    "/sitemap-news.xml"),
                            FeedPaths.below(Addresses.FEEDS_PATH))
                    .toList();

    private final FrontPages frontPages;

    Paths(FrontPages frontPages) {
        this.frontPages = frontPages;
    }

    /** The paths of an article that appears so; each may come several times. */
    Stream<String> of(UUID article, List<Appearance> appearances) {
        var sections = frontPages.sections();
        return Stream.concat(
                ContentPaths.of(article), appearances.stream().flatMap(it -> of(it, sections)));
    }

    private static Stream<String> of(Appearance it, List<ReaderSection> sections) {
        var name = it.name();
        return switch (it.kind()) {
            case SLUG ->
                    Stream.concat(Stream.of(Addresses.articlePath(name)), ContentPaths.of(name));
            case PICTURE ->
                    Stream.concat(
                            Stream.of(Addresses.picturePath(name)),
                            Widths.ALL.stream().map(width -> Addresses.picturePath(name, width)));
            case MONTH -> month(YearMonth.parse(name));
            case SECTION ->
                    sections.stream()
                            .filter(section -> section.settings().name().equals(name))
                            .flatMap(section -> section(section.key()));
            case TAG -> withFeeds(Addresses.tagPath(name), Addresses.tagFeedsPath(name));
            case AUTHOR -> withFeeds(Addresses.authorPath(name), Addresses.authorFeedsPath(name));
            case SOURCE -> Stream.of(Addresses.sourcePath(name));
            case LANGUAGE ->
                    languages(name).map(Addresses::languageFeedsPath).flatMap(FeedPaths::below);
        };
    }

    private static Stream<String> month(YearMonth month) {
        return Stream.of(
                "/archive/%04d".formatted(month.getYear()),
                Addresses.archivePath(month),
                "/sitemaps/articles-" + month + ".xml");
    }

    private static Stream<String> section(String key) {
        return Stream.concat(
                withFeeds(Addresses.sectionPath(key), Addresses.sectionFeedsPath(key)),
                Stream.of(Addresses.contentSectionPath(key)));
    }

    private static Stream<String> withFeeds(String page, String feeds) {
        return Stream.concat(Stream.of(page), FeedPaths.below(feeds));
    }

    /** The ranges that find a language: {@code en} finds {@code en-GB}. */
    private static Stream<String> languages(String tag) {
        var subtags = tag.split("-", -1);
        return IntStream.rangeClosed(1, subtags.length)
                .mapToObj(n -> String.join("-", Arrays.copyOf(subtags, n)));
    }
}
