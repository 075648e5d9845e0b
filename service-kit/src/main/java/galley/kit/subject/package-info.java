/** What a request is about, as logs and traces name it. */
package galley.kit.subject;
