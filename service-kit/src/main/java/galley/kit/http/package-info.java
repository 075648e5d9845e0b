/** An HTTP client for addresses that strangers name. */
package galley.kit.http;
