/** JSON as people send it, read so that nothing is taken for something else. */
package galley.kit.json;
