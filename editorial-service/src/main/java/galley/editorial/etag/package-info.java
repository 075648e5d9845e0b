/** The ETags of articles, for all that answers or changes them. */
package galley.editorial.etag;
