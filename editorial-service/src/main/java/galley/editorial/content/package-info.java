/** What an article says, and how it is read from a client: pure, without database or network. */
package galley.editorial.content;
