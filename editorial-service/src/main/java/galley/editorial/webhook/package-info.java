/** Tells chat tools and other programs what happens to articles. */
package galley.editorial.webhook;
