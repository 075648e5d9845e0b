package galley.benchmarks.similarity;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.SplittableRandom;

import galley.ingest.similarity.SignatureTable;

/**
 * How texts that were edited in one way are recognised among all in the tables.
 *
 * @param found the share that was called a duplicate of the text that it was made of
 * @param others how many other texts it was called a duplicate of, on average
 * @param candidates how many texts were looked at, on average
 * @param simHash the share that SimHash would have found
 */
record Recognition(double found, double others, double candidates, double simHash) {
    static final int PAIRS = 400;

    static Recognition of(Edit edit, Rows rows, Newsroom newsroom) throws SQLException {
        var random = new SplittableRandom(1); // the same texts for every kind of edit
        int found = 0;
        int others = 0;
        int candidates = 0;
        int simHash = 0;
        try (Connection connection = rows.connect()) {
            for (int pair = 0; pair < PAIRS; pair++) {
                int number = random.nextInt(rows.count());
                var text = newsroom.text(number);
                var edited = edit.of(text, new Edit.Room(newsroom, random, number));
                var signature = rows.signature(edited);
                for (var known :
                        SignatureTable.candidates(
                                connection, signature, Rows.source(Newsroom.SOURCES))) {
                    candidates++;
                    boolean same = known.signature().sameness(signature) > 0;
                    boolean original = known.item().equals(Rows.item(number));
                    found += same && original ? 1 : 0;
                    others += same && !original ? 1 : 0;
                }
                boolean near = SimHash.distance(text, edited) <= SimHash.MAX_DISTANCE;
                simHash += near ? 1 : 0;
            }
        }
        return new Recognition(
                found / (double) PAIRS,
                others / (double) PAIRS,
                candidates / (double) PAIRS,
                simHash / (double) PAIRS);
    }
}
