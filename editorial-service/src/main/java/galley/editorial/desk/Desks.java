package galley.editorial.desk;

import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import galley.editorial.setting.SettingDocuments;
import galley.editorial.setting.SettingKey;
import galley.editorial.setting.Versioned;
import galley.editorial.staff.Caller;
import galley.editorial.workflow.Step;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** What the articles of each desk need. */
@ApplicationScoped
public class Desks {
    private static final String PREFIX = "desk/";

    private final SettingDocuments settings;

    Desks(SettingDocuments settings) {
        this.settings = settings;
    }

    /** What the articles of a desk need; null stands for no desk. */
    @Transactional(TxType.MANDATORY)
    public DeskRules rules(String desk) {
        return desk == null ? DeskRules.OPEN : of(desk).value();
    }

    /**
     * Refuses a step that is not the caller's to take on articles of a desk.
     *
     * @param desk null for none
     * @return what the desk's articles need
     * @throws Problem 403 {@code desk-privilege}
     */
    @Transactional(TxType.MANDATORY)
    public DeskRules requirePrivilege(String desk, Step step, Caller caller) {
        DeskRules rules = rules(desk);
        if (!rules.allows(step, caller)) {
            throw notHere("The desk '%s' leaves '%s' to others.".formatted(desk, step.wireName()));
        }
        return rules;
    }

    /**
     * Refuses what a desk leaves to those who have a role there.
     *
     * @param desk null for none
     * @throws Problem 403 {@code desk-privilege}
     */
    @Transactional(TxType.MANDATORY)
    public void requireRole(String desk, DeskRole least, Caller caller) {
        if (!rules(desk).has(least, caller)) {
            throw notHere(
                    "The desk '%s' leaves this to whoever is at least %s there."
                            .formatted(desk, least.wireName()));
        }
    }

    private static Problem notHere(String detail) {
        return Problems.forbidden("desk-privilege", "Not allowed in this desk", detail);
    }

    /** The names of the desks that were ever set. */
    List<String> set() {
        return settings.names(PREFIX).stream()
                .map(name -> name.substring(PREFIX.length()))
                .toList();
    }

    Versioned<DeskRules> of(String desk) {
        return settings.of(key(desk));
    }

    /**
     * Sets a desk's rules in the place of those that it had; who, when and what is kept.
     *
     * @param ifMatch the header, or null
     * @param wanted reads what is wanted, once the precondition holds
     * @throws Problem 428, 412, or what {@code wanted} throws
     */
    @Transactional(TxType.MANDATORY)
    void put(String desk, String ifMatch, Supplier<DeskRules> wanted, Caller caller) {
        settings.put(key(desk), ifMatch, wanted, caller);
    }

    private static SettingKey<DeskRules> key(String desk) {
        return new SettingKey<>(PREFIX + desk, DeskRules.class, DeskRules.OPEN);
    }
}
