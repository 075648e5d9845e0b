package galley.editorial.check.link;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import galley.editorial.check.Check;
import galley.editorial.check.Defect;
import galley.editorial.check.Proof;

/** Links lead somewhere. What was not fetched yet is no finding. */
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
        List<PartLink> all = PartLink.of(proof.article().parts());
        Map<String, StoredLink> broken =
                links.broken(all.stream().map(link -> link.address().toString()).toList());
        return all.stream()
                .filter(link -> broken.containsKey(link.address().toString()))
                .map(link -> defect(link, broken.get(link.address().toString())))
                .toList();
    }

    private static Defect defect(PartLink link, StoredLink known) {
        String reason =
                known.status == null ? known.problem : "The answer is %d.".formatted(known.status);
        return new Defect(link.part(), "The link does not work. " + reason, link.written());
    }
}
