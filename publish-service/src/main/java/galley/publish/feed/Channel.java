package galley.publish.feed;

import galley.publish.edition.ArticleQuery;
import galley.publish.edition.Stood;

/**
 * What a feed is about, whatever its format.
 *
 * @param path below which its feeds are
 * @param title plain text
 * @param description plain text
 * @param language BCP 47, of title and description
 * @param home the path of the page that shows the same
 * @param articles what stands in it
 * @param stood finds what stood in it and was killed; null for all of the publication
 * @param hasOwnSettings whether it may change with no article: editors name and describe sections
 */
record Channel(
        String path,
        String title,
        String description,
        String language,
        String home,
        ArticleQuery articles,
        Stood stood,
        boolean hasOwnSettings) {}
