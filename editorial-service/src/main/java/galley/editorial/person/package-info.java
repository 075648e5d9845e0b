/** What is kept about the people of the staff: they may have it, and be erased. */
package galley.editorial.person;
