/** What changed between two contents of an article. */
package galley.editorial.diff;
