/** Checks that read the words of an article. */
package galley.editorial.check.text;
