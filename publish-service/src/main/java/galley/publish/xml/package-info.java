/** Documents in XML; no framework. */
package galley.publish.xml;
