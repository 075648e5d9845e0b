/** Desks: who works there, what its articles need, and what waits there. */
package galley.editorial.desk;
