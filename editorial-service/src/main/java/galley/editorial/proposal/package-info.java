/** What was read from texts, and what people make of it: proposals are accepted or dismissed. */
package galley.editorial.proposal;
