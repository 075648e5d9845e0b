package galley.ingest.structure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts together what is said of a text, before it, in its head and after it. */
final class Attributions {
    /** The agency that filed a report may not be the paper that printed it. */
    private static final double AGENCY_ALONE = 0.6;

    /** Whom a line after a text describes is probably its author. */
    private static final double DESCRIBED_AFTER = 0.6;

    private final Clues clues;
    private final Head heads;
    private final Biographies biographies;

    Attributions(Clues clues) {
        this.clues = clues;
        this.heads = new Head(clues);
        this.biographies = new Biographies(clues.vocabulary());
    }

    /**
     * What is claimed of a piece: of two credits that differ the nearer one is right, and a text's
     * own head is nearer than any credit.
     */
    List<Claim> of(Piece piece) {
        var head = heads.of(piece);
        var claims = new LinkedHashMap<String, List<Claim>>();
        for (var credit : piece.credits()) {
            var said = byField(credit.claims());
            if (credit.many() && said.containsKey(Claim.PUBLISHER)) {
                var publishers = said.get(Claim.PUBLISHER);
                said.put(Claim.PUBLISHER, ofSibling(piece, head, publishers));
            }
            said.forEach((field, values) -> claims.put(field, meant(field, values)));
        }
        claims.putAll(byField(head));
        if (!claims.containsKey(Claim.AUTHOR)) {
            describedAfter(piece).ifPresent(it -> claims.put(Claim.AUTHOR, List.of(it)));
        }
        var agency = Head.agency(head);
        if (agency != null && claims.getOrDefault(Claim.PUBLISHER, List.of()).isEmpty()) {
            var evidence = head.getFirst().evidence();
            claims.put(
                    Claim.PUBLISHER,
                    List.of(new Claim(Claim.PUBLISHER, agency, evidence, AGENCY_ALONE)));
        }
        return claims.values().stream().flatMap(List::stream).toList();
    }

    private Optional<Claim> describedAfter(Piece piece) {
        return clues.blocks().subList(piece.closing(), piece.end()).stream()
                .flatMap(block -> biographies.in(block).stream())
                .findFirst()
                .map(
                        person ->
                                new Claim(
                                        Claim.AUTHOR,
                                        person.value().split(" \\| ", 2)[0],
                                        person.evidence(),
                                        DESCRIBED_AFTER));
    }

    private static Map<String, List<Claim>> byField(List<Claim> claims) {
        return claims.stream()
                .collect(
                        Collectors.groupingBy(
                                Claim::what,
                                LinkedHashMap::new,
                                Collectors.toCollection(ArrayList::new)));
    }

    /** Publishers that one phrase names together are all meant; else the surest claim is. */
    private static List<Claim> meant(String field, List<Claim> values) {
        if (values.isEmpty() || field.equals(Claim.PERSON)) {
            return values;
        }
        var surest =
                values.stream().reduce((a, b) -> b.confidence() > a.confidence() ? b : a).get();
        return field.equals(Claim.PUBLISHER)
                ? values.stream().filter(it -> it.evidence().equals(surest.evidence())).toList()
                : List.of(surest);
    }

    /**
     * One line may name the publishers of several texts: in their order, or each more than once.
     */
    private static List<Claim> ofSibling(Piece piece, List<Claim> head, List<Claim> publishers) {
        if (publishers.size() == 1) {
            return publishers;
        }
        for (var publisher : publishers) {
            if (SameName.isAgency(Head.agency(head), publisher.value())
                    || SameName.isSite(Head.address(head), publisher.value())) {
                return List.of(publisher);
            }
        }
        if (publishers.size() < piece.siblings()) {
            return List.of();
        }
        // some of the texts may not have come with the teaser
        double confidence = publishers.size() == piece.siblings() ? 0.8 : 0.5;
        var claim = publishers.get(piece.ordinal());
        return List.of(new Claim(claim.what(), claim.value(), claim.evidence(), confidence));
    }
}
