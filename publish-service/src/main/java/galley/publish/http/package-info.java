/** Answers with validators and compression (RFC 9110), the same for every representation. */
package galley.publish.http;
