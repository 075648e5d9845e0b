/** Dead letters over HTTP. */
package galley.operations.letters;
