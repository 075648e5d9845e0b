package galley.editorial.webhook;

import java.util.List;

/**
 * What an administrator sets of a webhook.
 *
 * @param url where it leads; a secret
 * @param desks whose articles it tells of; null for all articles
 * @param steps the steps that it tells of, by their names on the wire
 * @param enabled whether it tells anything
 */
record WebhookSettings(
        String name,
        String url,
        List<String> desks,
        List<String> steps,
        Template template,
        Boolean enabled) {}
