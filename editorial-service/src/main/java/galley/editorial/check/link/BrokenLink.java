package galley.editorial.check.link;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import galley.editorial.check.Check;
import galley.editorial.check.Defect;
import galley.editorial.check.Proof;

/**
 * Links lead somewhere. What was not fetched yet is no finding, and a doubt as long as somebody
 * waits for it.
 */
@ApplicationScoped
class BrokenLink implements Check {
    private final Links links;

    BrokenLink(Links links) {
        this.links = links;
    }

    @Override
    public String name() {
        return "broken-link";
    }

    @Override
    public String looksFor() {
        return "Links, and addresses of media, that lead nowhere.";
    }

    @Override
    public List<Defect> look(Proof proof) {
        return defects(
                proof,
                known ->
                        known == null || !known.broken
                                ? null
                                : "The link does not work. " + reason(known));
    }

    @Override
    public List<Defect> doubts(Proof proof) {
        return switch (proof.article().workflow()) {
            case RELEASED, REJECTED, SPIKED -> List.of(); // its links are not looked at again
            default -> defects(proof, BrokenLink::doubt);
        };
    }

    private static String doubt(StoredLink known) {
        if (known == null || known.checkedAt == null) {
            return "The link has not been fetched yet.";
        }
        return known.broken || known.failures == 0
                ? null
                : "The link failed, and is fetched again soon. " + reason(known);
    }

    private static String reason(StoredLink known) {
        return known.status == null ? known.problem : "The answer is %d.".formatted(known.status);
    }

    /**
     * Those of its links that something is wrong with.
     *
     * @param wrong takes what is known of an address, null for nothing; gives null where all is
     *     well
     */
    private List<Defect> defects(Proof proof, Function<StoredLink, String> wrong) {
        List<PartLink> all = PartLink.of(proof.article().parts());
        Map<String, StoredLink> known =
                links.known(all.stream().map(link -> link.address().toString()).toList());
        return all.stream()
                .flatMap(
                        link ->
                                Stream.ofNullable(wrong.apply(known.get(link.address().toString())))
                                        .map(what -> new Defect(link.part(), what, link.written())))
                .toList();
    }
}
