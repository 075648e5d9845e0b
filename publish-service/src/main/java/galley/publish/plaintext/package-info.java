/** Published articles as text that can be read as it is. */
package galley.publish.plaintext;
