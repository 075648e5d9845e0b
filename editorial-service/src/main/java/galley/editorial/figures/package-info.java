/** How the desk does: time in each state, what each desk did, why articles were rejected. */
package galley.editorial.figures;
