/** Keys with which other programs read, what they may read with them, and how often. */
package galley.publish.apikey;
