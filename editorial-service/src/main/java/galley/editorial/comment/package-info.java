/** What the staff say to each other about articles, and what they suggest to change. */
package galley.editorial.comment;
