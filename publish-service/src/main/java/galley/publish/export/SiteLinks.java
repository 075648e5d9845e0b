package galley.publish.export;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Makes the links of a page fit for a copy of the site: what the copy has is linked relatively, so
 * that it works from any place; everything else by its absolute address.
 */
final class SiteLinks {
    private final String base;
    private final Function<String, Optional<String>> files;

    /**
     * @param base the site's absolute address, without a slash at its end
     * @param files the file that the copy has for a path, which begins with a slash and may have a
     *     query
     */
    SiteLinks(String base, Function<String, Optional<String>> files) {
        this.base = base;
        this.files = files;
    }

    /**
     * A page with its links rewritten.
     *
     * @param file where the page itself stands in the copy
     * @param others files for paths that only this page leads to
     */
    String rewrite(String html, String file, Map<String, String> others) {
        var document = Jsoup.parse(html);
        document.outputSettings().prettyPrint(false);
        // the copy has each picture once, as it is
        document.select("[srcset]").removeAttr("srcset").removeAttr("sizes");
        for (var attribute : new String[] {"href", "src"}) {
            for (Element element : document.select("[" + attribute + "]")) {
                // the canonical address is that of the original
                if (!element.attr("rel").equals("canonical")) {
                    element.attr(attribute, link(element.attr(attribute), file, others));
                }
            }
        }
        return document.outerHtml();
    }

    private String link(String address, String from, Map<String, String> others) {
        var path = pathOf(address);
        if (path == null) {
            return address;
        }
        int hash = path.indexOf('#');
        var target = hash < 0 ? path : path.substring(0, hash);
        var fragment = hash < 0 ? "" : path.substring(hash);
        return Optional.ofNullable(others.get(target))
                .or(() -> files.apply(target))
                .map(file -> relative(from, file) + fragment)
                .orElse(base + path);
    }

    /** The path of an address on this site, or null for any other. */
    private String pathOf(String address) {
        if (address.startsWith(base + "/")) {
            return address.substring(base.length());
        }
        return address.startsWith("/") && !address.startsWith("//") ? address : null;
    }

    /** The way from a file to another, both from the root of the copy. */
    static String relative(String from, String to) {
        long depth = from.chars().filter(character -> character == '/').count();
        return "../".repeat((int) depth) + to;
    }
}
