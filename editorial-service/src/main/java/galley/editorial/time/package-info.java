/** Days on the clocks of a newsroom. */
package galley.editorial.time;
