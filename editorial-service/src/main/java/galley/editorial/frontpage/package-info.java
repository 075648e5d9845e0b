/**
 * The front page and the sections with their pages: what publishers arrange, and tell publish as
 * events.
 */
package galley.editorial.frontpage;
