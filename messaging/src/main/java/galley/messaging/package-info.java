/**
 * Transactional outbox and inbox over PostgreSQL and Kafka: a state change and its event are one
 * transaction, an effect and its deduplication are one transaction. Knows no article.
 */
package galley.messaging;
