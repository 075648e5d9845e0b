package galley.ingest.structure;

import java.util.ArrayList;
import java.util.List;

/** Reads what a text begins with: headline, byline, dateline. */
final class Head {
    private static final int MAX_BLOCKS = 4;

    private final Clues clues;

    Head(Clues clues) {
        this.clues = clues;
    }

    /** What the head of a piece says. */
    List<Claim> of(Piece piece) {
        var claims = new ArrayList<Claim>();
        int at = piece.first();
        if (clues.block(at).isHeading() && at + 1 < piece.closing()) {
            addHeadline(clues.block(at), claims);
            at = clues.nextWithWords(at);
        }
        for (int i = at; i < piece.closing() && i < at + MAX_BLOCKS; i++) {
            var block = clues.block(i);
            if (clues.byline(i) != null) {
                claims.add(new Claim(Claim.AUTHOR, clues.byline(i), block.text(), 0.95));
            } else if (clues.dateline(i) != null) {
                addDateline(clues.dateline(i), claims);
                break;
            } else if (block.hasWords() && clues.credit(i) == null) {
                break;
            }
        }
        return claims;
    }

    private static void addHeadline(Block block, List<Claim> claims) {
        var text = block.text().replace('\n', ' ');
        claims.add(new Claim("headline", text, text, 0.9));
        var address = block.inline().firstPage();
        if (address != null) {
            claims.add(new Claim(Claim.URL, address, text, 0.9));
        }
    }

    private static void addDateline(DatelineReader.Read read, List<Claim> claims) {
        var it = read.dateline();
        add("dateline.text", it.text(), read, claims);
        add("dateline.place", it.place(), read, claims);
        if (it.date() != null) {
            add("dateline.date", it.date().toString(), read, claims);
        }
        if (it.agency() != null) {
            add("dateline.agency", it.agency(), read, claims);
        }
    }

    private static void add(
            String what, String value, DatelineReader.Read read, List<Claim> claims) {
        claims.add(new Claim(what, value, read.dateline().text(), read.confidence()));
    }

    /** The agency that the dateline names, or null. */
    static String agency(List<Claim> head) {
        return head.stream()
                .filter(claim -> claim.isOf("dateline.agency"))
                .map(Claim::value)
                .findFirst()
                .orElse(null);
    }

    /** Where its headline leads to, or null. */
    static String address(List<Claim> head) {
        return head.stream()
                .filter(claim -> claim.isOf(Claim.URL))
                .map(Claim::value)
                .findFirst()
                .orElse(null);
    }
}
