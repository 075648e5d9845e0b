/**
 * The wire contract of Galley: what the services tell each other and the world over Kafka.
 *
 * <p>Schema first: the JSON Schemas under {@code galley/events/schemas} define the wire, {@code
 * galley/events/asyncapi.yaml} names the channels, and these records carry it. No logic and no
 * framework beyond Jackson's annotations.
 */
package galley.events;
