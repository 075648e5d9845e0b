/** How often clients may ask, and how they stand. */
package galley.publish.rate;
