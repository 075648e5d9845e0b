package galley.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Rows of text, printed in columns. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * @param headings of the columns
     */
    public Table(String... headings) {
        rows.add(List.of(headings));
    }

    /** Adds a row with as many cells as there are columns. */
    public void add(String... cells) {
        if (cells.length != rows.getFirst().size()) {
            throw new IllegalArgumentException("not as many cells as columns");
        }
        rows.add(List.of(cells));
    }

    /** Prints the headings and the rows, the first column to the left, the others to the right. */
    public void print(PrintStream out) {
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String align = column == 0 ? "-" : "";
                line.append(("%" + align + width(column) + "s  ").formatted(row.get(column)));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElseThrow();
    }
}
