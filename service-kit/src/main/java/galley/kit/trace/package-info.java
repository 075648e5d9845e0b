/** Which spans are recorded. */
package galley.kit.trace;
