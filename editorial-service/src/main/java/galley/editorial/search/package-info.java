/** Finds articles: by words, by every field, counted, and again whenever something new matches. */
package galley.editorial.search;
