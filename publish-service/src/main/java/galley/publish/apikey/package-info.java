/** Keys with which other programs read, and what they may read with them. */
package galley.publish.apikey;
