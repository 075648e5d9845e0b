/** Earlier revisions of articles. */
package galley.editorial.revision;
