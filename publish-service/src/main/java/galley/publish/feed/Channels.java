package galley.publish.feed;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import jakarta.inject.Singleton;

import galley.publish.edition.ArticleQuery;
import galley.publish.edition.Edition;
import galley.publish.edition.Stood;
import galley.publish.frontpage.FrontPages;
import galley.publish.frontpage.ReaderSection;
import galley.publish.site.Addresses;
import galley.publish.site.SiteConfig;
import galley.publish.text.LegalText;

/** Finds what there can be feeds of. */
@Singleton
class Channels {
    private static final String HOME = "/";

    private final SiteConfig site;
    private final FrontPages frontPages;
    private final Edition edition;

    Channels(SiteConfig site, FrontPages frontPages, Edition edition) {
        this.site = site;
        this.frontPages = frontPages;
        this.edition = edition;
    }

    /** Everything. */
    Channel whole() {
        return new Channel(
                Addresses.FEEDS_PATH,
                site.title(),
                site.description().orElse(site.title()),
                site.language(),
                HOME,
                ArticleQuery.ALL,
                null,
                false);
    }

    /** A section that readers see, also while nothing stands in it. */
    Optional<Channel> section(String key) {
        return frontPages.section(key).map(this::of);
    }

    private Channel of(ReaderSection section) {
        var it = section.settings();
        return new Channel(
                Addresses.sectionFeedsPath(section.key()),
                titled(it.title()),
                Objects.requireNonNullElse(it.description(), it.title()),
                Objects.requireNonNullElse(it.language(), site.language()),
                Addresses.sectionPath(section.key()),
                ArticleQuery.ALL.section(it.name()),
                Stood.inSection(it.name()),
                true);
    }

    /** A tag that an article has, or had when it was killed. */
    Optional<Channel> tag(String tag) {
        return list(
                tag,
                Addresses.tagFeedsPath(tag),
                site.language(),
                ArticleQuery.ALL.tag(tag),
                Stood.underTag(tag));
    }

    /** Somebody whom an article names as an author, or did when it was killed. */
    Optional<Channel> author(String byline) {
        return list(
                byline,
                Addresses.authorFeedsPath(byline),
                site.language(),
                ArticleQuery.ALL.author(byline),
                Stood.underAuthor(byline));
    }

    /**
     * A language that an article is in, or was when it was killed.
     *
     * @param range BCP 47; {@code en} also finds {@code en-GB}
     */
    Optional<Channel> language(String range) {
        try {
            var locale = new Locale.Builder().setLanguageTag(range).build();
            // one address for one feed, however it is written; but never another code for it
            var canonical = locale.toLanguageTag();
            var tag = canonical.equalsIgnoreCase(range) ? canonical : range;
            return list(
                    locale.getDisplayName(locale),
                    Addresses.languageFeedsPath(tag),
                    tag,
                    ArticleQuery.ALL.language(tag),
                    Stood.inLanguage(tag));
        } catch (IllformedLocaleException _) {
            return Optional.empty();
        }
    }

    private Optional<Channel> list(
            String title, String path, String language, ArticleQuery articles, Stood stood) {
        // what no article can hold, no article has; the database would not even take the question
        boolean possible = title.equals(LegalText.of(title));
        if (!possible || !(isThere(articles) || wasThere(stood))) {
            return Optional.empty();
        }
        var channel =
                new Channel(
                        path, titled(title), titled(title), language, HOME, articles, stood, false);
        return Optional.of(channel);
    }

    private boolean isThere(ArticleQuery articles) {
        return !edition.versions(articles, 1).isEmpty();
    }

    private boolean wasThere(Stood stood) {
        return !edition.killedVersions(stood, 1).isEmpty();
    }

    private String titled(String title) {
        return title + " · " + site.title();
    }
}
