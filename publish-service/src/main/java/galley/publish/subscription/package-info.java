/** Who is sent what is published: webhooks by the rules of Standard Webhooks. */
package galley.publish.subscription;
