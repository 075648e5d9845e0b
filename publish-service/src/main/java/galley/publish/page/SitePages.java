package galley.publish.page;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import galley.publish.edition.Entry;

/** The pages of the site as readers get them, for those who copy it. */
@ApplicationScoped
public class SitePages {
    private final ListPages lists;
    private final Pages pages;
    private final Assets assets;

    SitePages(ListPages lists, Pages pages, Assets assets) {
        this.lists = lists;
        this.assets = assets;
        this.pages = pages;
    }

    /**
     * A page that lists articles.
     *
     * @param html the page
     * @param older the cursor of the page with older ones, or null
     */
    public record Listed(String html, String older) {}

    /** The front page, or what is older. */
    public Listed front(String cursor) {
        return listed(lists.front(new Lists.Place(cursor, null)));
    }

    /** The page of a section that readers see, or what is older in it. */
    public Optional<Listed> section(String key, String cursor) {
        return lists.section(key, new Lists.Place(cursor, null)).map(this::listed);
    }

    /** The page of a live article. */
    public String article(Entry entry) {
        return pages.html(entry);
    }

    /** A file that pages need, such as the style sheet, by the last segment of its path. */
    public Optional<byte[]> asset(String name) {
        return assets.find(name).map(found -> found.content().bytes());
    }

    private Listed listed(ListPage page) {
        var older = page.older();
        return new Listed(
                pages.html(page), older == null ? null : older.substring(older.indexOf('=') + 1));
    }
}
