package galley.publish.edition;

import java.time.Instant;

/**
 * What lists without texts say of a live article.
 *
 * @param slug the last segment of its address
 * @param headline its headline, else its first words
 * @param language BCP 47, or null
 * @param publishedAt when readers got it first
 * @param updatedAt when its public text last changed
 */
public record PublishedArticle(
        String slug, String headline, String language, Instant publishedAt, Instant updatedAt) {}
