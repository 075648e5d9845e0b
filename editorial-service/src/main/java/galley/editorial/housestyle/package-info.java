/**
 * How the publication says where a text is from. A language is added by a resource bundle {@code
 * Sentences_<tag>.properties} beside the English one, and by its tag in {@link
 * galley.editorial.housestyle.FreshStyle}.
 */
package galley.editorial.housestyle;
