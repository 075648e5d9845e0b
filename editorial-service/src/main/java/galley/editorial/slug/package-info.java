/** Public addresses of articles: what a headline becomes, and that no two are the same. */
package galley.editorial.slug;
