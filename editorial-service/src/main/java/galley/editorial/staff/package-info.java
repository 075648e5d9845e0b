/** Who acts: roles, pseudonyms of people, and the caller of a request. */
package galley.editorial.staff;
