/** What operators say about what they decide. */
package galley.operations.decision;
