package galley.editorial.webhook;

import java.util.Map;

import galley.editorial.article.ArticleChanged;

import static java.util.Map.entry;

/** Says in a sentence what happened to an article. */
final class Wording {
    private static final Map<String, String> STEPS =
            Map.ofEntries(
                    entry("receive", "received"),
                    entry("source-update", "updated"),
                    entry("source-revision", "given a waiting revision"),
                    entry("cancel", "taken back"),
                    entry("dismiss-cancel", "kept though its source takes it back,"),
                    entry("create", "begun"),
                    entry("edit", "edited"),
                    entry("submit", "submitted for review"),
                    entry("withdraw", "withdrawn from review"),
                    entry("approve", "approved"),
                    entry("request-changes", "sent back for changes"),
                    entry("reject", "rejected"),
                    entry("schedule", "scheduled"),
                    entry("unschedule", "taken off the schedule"),
                    entry("release", "released"),
                    entry("emergency-release", "released in an emergency"),
                    entry("correct", "taken up for a correction"),
                    entry("update", "taken up for an update"),
                    entry("withhold", "withheld from readers"),
                    entry("reinstate", "given back to readers"),
                    entry("kill", "killed"),
                    entry("spike", "spiked"),
                    entry("restore", "restored"),
                    entry("assign", "assigned"),
                    entry("comment", "commented on"),
                    entry("went-live", "live"),
                    entry("taken-down", "taken down"));

    private Wording() {}

    /** The headline as a title; an article may have none yet. */
    static String headline(ArticleChanged change) {
        String headline = change.headline();
        return headline == null || headline.isBlank() ? "Untitled" : headline;
    }

    /**
     * What was done, by whom and where: {@code submitted for review by Eva, desk coast}.
     *
     * @param name how the person is called; null where nobody is known to have done it
     */
    static String happening(ArticleChanged change, String name) {
        return STEPS.getOrDefault(change.step(), change.step())
                + by(change.actor(), name)
                + (change.desk() == null ? "" : ", desk " + change.desk());
    }

    private static String by(String actor, String name) {
        if (name != null) {
            return " by " + name;
        }
        return switch (actor.substring(0, actor.indexOf(':') + 1)) {
            case "source:" -> " by its source";
            case "rule:" -> " by a rule";
            case "staff:" -> " by somebody on the staff";
            default -> "";
        };
    }
}
