package galley.publish.edition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import galley.events.Article;
import galley.events.Related;
import galley.publish.document.RelatedLink;
import galley.publish.ready.SurrogateKeys;
import galley.publish.site.Addresses;

/** Finds where the related articles of articles are now; those that are not live are left out. */
@ApplicationScoped
public class RelatedLinks {
    private final Edition edition;

    RelatedLinks(Edition edition) {
        this.edition = edition;
    }

    /** The links of an article, in the order of its editors. */
    public List<RelatedLink> of(Article article) {
        return of(List.of(article)).get(article.id());
    }

    /** The links of several articles by their ids, found all at once. */
    public Map<UUID, List<RelatedLink>> of(Collection<Article> articles) {
        Map<UUID, String> live =
                edition.liveSlugs(articles.stream().flatMap(it -> named(it).stream()).toList());
        return articles.stream()
                .collect(Collectors.toMap(Article::id, it -> links(it.related(), live)));
    }

    private static List<RelatedLink> links(List<Related> related, Map<UUID, String> live) {
        List<RelatedLink> links = new ArrayList<>();
        for (Related it : related) {
            if (it.article() == null) {
                links.add(new RelatedLink(it.title(), it.url(), null));
            } else if (live.containsKey(it.article())) {
                links.add(
                        new RelatedLink(
                                it.title(),
                                Addresses.articlePath(live.get(it.article())),
                                it.article()));
            }
        }
        return List.copyOf(links);
    }

    private static Set<UUID> named(Article article) {
        Set<UUID> ids = new HashSet<>();
        article.related().stream().map(Related::article).filter(Objects::nonNull).forEach(ids::add);
        return ids;
    }

    /**
     * Whether what is shown of an article may change while the article does not: it names others.
     */
    public static boolean mayChange(Article article) {
        return !named(article).isEmpty();
    }

    /**
     * The surrogate keys of what shows an article with its links. One that is not live may become
     * so with any change, and is not named.
     */
    public String keys(Article article) {
        Set<UUID> named = named(article);
        Map<UUID, String> live = edition.liveSlugs(named);
        List<String> keys = new ArrayList<>();
        keys.add(SurrogateKeys.of(article.id()));
        live.keySet().stream().map(SurrogateKeys::of).sorted().forEach(keys::add);
        if (live.size() < named.size()) {
            keys.add(SurrogateKeys.EDITION);
        }
        return String.join(" ", keys);
    }
}
