/** Work that goes on in the background. */
package galley.kit.work;
