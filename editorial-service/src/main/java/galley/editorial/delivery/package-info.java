/** What publish reports: which version readers have, and where. */
package galley.editorial.delivery;
