/** Webhooks by the rules of Standard Webhooks. */
package galley.kit.webhook;
