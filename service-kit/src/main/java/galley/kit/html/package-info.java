/** Foreign HTML made safe without losing a word. */
package galley.kit.html;
