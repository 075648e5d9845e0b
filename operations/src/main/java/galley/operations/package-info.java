/** What operators call in every service, and who they are. */
package galley.operations;
