/** The newest articles as RSS 2.0, Atom 1.0 and JSON Feed 1.1: all, and by what they share. */
package galley.publish.feed;
