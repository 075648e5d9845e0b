/** The content API: what is live, for other programs. */
package galley.publish.content;
