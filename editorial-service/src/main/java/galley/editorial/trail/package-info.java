/** The way of an article from the source's bytes to its readers, as one timeline. */
package galley.editorial.trail;
