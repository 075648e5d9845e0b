/** The pictures of what is live. */
package galley.publish.media;
