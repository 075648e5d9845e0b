package galley.publish.proof;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import galley.publish.edition.Edition;
import galley.publish.edition.Entry;
import galley.publish.edition.State;

/** Says whether articles, and copies of them, stand. */
@ApplicationScoped
class Standings {
    private final Edition edition;
    private final Statements statements;
    private final StatementTable table;

    Standings(Edition edition, Statements statements, StatementTable table) {
        this.edition = edition;
        this.statements = statements;
        this.table = table;
    }

    /**
     * The status of an article; empty for one that the world was never told of.
     *
     * @param copy what somebody holds, or null
     */
    Optional<ArticleStatus> of(UUID id, Copy copy) {
        return edition.findTold(id).map(entry -> status(entry, copy));
    }

    private ArticleStatus status(Entry entry, Copy copy) {
        var signed = statements.latest(entry);
        var status = Statements.status(entry);
        return new ArticleStatus(
                entry.id(),
                entry.version(),
                entry.asVersion().revision(),
                status,
                signed.at(),
                isKeptFromReaders(entry) ? null : entry.note(),
                signed.sha256(),
                signed.jws(),
                copy == null ? null : standing(entry, copy));
    }

    private static boolean isKeptFromReaders(Entry entry) {
        return entry.state() == State.WITHHELD || entry.state() == State.EMBARGOED;
    }

    private Standing standing(Entry entry, Copy copy) {
        var version =
                copy.sha256() == null
                        ? Optional.of(copy.version())
                        : table.versionOf(entry.id(), copy.sha256())
                                .filter(it -> copy.version() == null || it.equals(copy.version()));
        if (version.isEmpty() || version.get() > entry.version()) {
            return Standing.UNKNOWN;
        }
        return switch (entry.state()) {
            case KILLED -> Standing.WITHDRAWN;
            case WITHHELD, EMBARGOED -> Standing.WITHHELD;
            case LIVE -> version.get() < entry.version() ? Standing.OUTDATED : Standing.CURRENT;
        };
    }
}
