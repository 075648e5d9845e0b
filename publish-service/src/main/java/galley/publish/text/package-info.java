/** Bodies as blocks and words; no framework. */
package galley.publish.text;
