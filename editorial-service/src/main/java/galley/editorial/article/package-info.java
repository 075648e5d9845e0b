/** The stored article, every change of it, and the API for both. */
package galley.editorial.article;
