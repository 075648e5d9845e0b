/** Which of the published articles somebody gets. */
package galley.publish.product;
