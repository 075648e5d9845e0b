/**
 * What stands where on the front page and on the sections' pages: the newest revision of each page
 * as editorial tells it, applied to what is live now. Anyone may drop it and build it again from
 * the topic, which is compacted: a new group reads the latest of every page.
 */
package galley.publish.frontpage;
