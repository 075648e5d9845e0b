package galley.publish.export;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.jsoup.nodes.Entities;

import galley.kit.media.MediaStore;
import galley.publish.edition.Edition;
import galley.publish.edition.Entry;
import galley.publish.edition.State;
import galley.publish.page.SitePages;
import galley.publish.site.Addresses;

/**
 * The files of a copy of the site. Pages stand where they stand on the site, each as the {@code
 * index.html} of a folder; pictures and whatever else they need follow the first page that needs
 * it. Of what was written, only the names are kept in memory.
 */
final class SiteArchive {
    private static final Pattern ARTICLE = Pattern.compile("/articles/([^/?]+)");
    private static final Pattern SECTION = Pattern.compile("/sections/[^/?]+");
    private static final Pattern PICTURE = Pattern.compile("/media/([0-9a-f]{64})");
    private static final Pattern ASSET = Pattern.compile("/assets/([A-Za-z0-9._-]+)");
    private static final Map<String, String> ENDINGS =
            Map.of(
                    "image/jpeg", ".jpg",
                    "image/png", ".png",
                    "image/gif", ".gif",
                    "image/webp", ".webp");

    private final ZipOutputStream zip;
    private final Edition edition;
    private final SitePages pages;
    private final MediaStore pictures;
    private final Map<String, byte[]> feeds;
    private final String base;
    private final SiteLinks links;
    private final Map<String, Optional<String>> written = new HashMap<>();
    private final List<Waiting> waiting = new ArrayList<>();

    /** A file that a page needs. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Waiting(String file, byte[] content) {}

    /**
     * @param to what is not closed
     * @param base the site's absolute address, without a slash at its end
     */
    SiteArchive(
            OutputStream to,
            Edition edition,
            SitePages pages,
            MediaStore pictures,
            Map<String, byte[]> feeds,
            String base) {
        this.zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        this.edition = edition;
        this.pages = pages;
        this.pictures = pictures;
        this.feeds = feeds;
        this.base = base;
        this.links = new SiteLinks(base, this::file);
    }

    /**
     * Writes a page, and what it needs and is not there yet.
     *
     * @param path on the site
     * @param others files for paths that only this page leads to
     */
    void page(String path, String html, Map<String, String> others) throws IOException {
        var file = fileOf(path);
        put(file, links.rewrite(html, file, others).getBytes(StandardCharsets.UTF_8));
        for (var each : waiting) {
            put(each.file(), each.content());
        }
        waiting.clear();
    }

    /** Writes a page that leads from a former address to the present one. */
    void moved(String from, String to) throws IOException {
        var file = fileOf(from);
        var here = Entities.escape(SiteLinks.relative(file, fileOf(to)));
        var page =
                """
                <!DOCTYPE html>
                <html>
                <head>
                <meta charset="utf-8">
                <title>Moved</title>
                <link rel="canonical" href="%1$s">
                <meta http-equiv="refresh" content="0; url=%2$s">
                </head>
                <body>
                <p><a href="%2$s">The article has moved.</a></p>
                </body>
                </html>
                """
                        .formatted(Entities.escape(base + to), here);
        put(file, page.getBytes(StandardCharsets.UTF_8));
    }

    /** Ends the archive: without this it is broken, and whoever opens it sees that. */
    void finish() throws IOException {
        zip.finish();
    }

    /** The file of a page; its name has nothing that a file system could mind. */
    static String fileOf(String path) {
        var folder = path.replaceFirst("^/+", "").replaceFirst("/+$", "").replace('%', '_');
        return folder.isEmpty() ? "index.html" : folder + "/index.html";
    }

    private void put(String file, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(file));
        zip.write(content);
        zip.closeEntry();
    }

    private Optional<String> file(String path) {
        var article = ARTICLE.matcher(path);
        if (article.matches()) {
            return liveArticle(URLDecoder.decode(article.group(1), StandardCharsets.UTF_8));
        }
        if (path.equals("/") || SECTION.matcher(path).matches()) {
            return Optional.of(fileOf(path));
        }
        return written.computeIfAbsent(path, this::needed);
    }

    private Optional<String> liveArticle(String slug) {
        return LiveArticles.read(() -> edition.find(slug))
                .filter(entry -> entry.state() == State.LIVE)
                .map(Entry::slug)
                .map(present -> fileOf(Addresses.articlePath(present)));
    }

    /** Puts a file into the queue that is asked for for the first time. */
    private Optional<String> needed(String path) {
        var picture = PICTURE.matcher(path);
        if (picture.matches()) {
            var hash = picture.group(1);
            return LiveArticles.read(() -> edition.shownPicture(hash))
                    .flatMap(
                            shown ->
                                    wait(
                                            path + ENDINGS.getOrDefault(shown.type(), ""),
                                            pictures.get(hash)));
        }
        if (feeds.containsKey(path)) {
            return wait(path, Optional.of(feeds.get(path)));
        }
        var asset = ASSET.matcher(path);
        return asset.matches() ? wait(path, pages.asset(asset.group(1))) : Optional.empty();
    }

    private Optional<String> wait(String path, Optional<byte[]> content) {
        return content.map(
                bytes -> {
                    var file = path.substring(1);
                    waiting.add(new Waiting(file, bytes));
                    return file;
                });
    }
}
