package galley.editorial.person;

/**
 * One kind of records about a person.
 *
 * @param query asks for the next records, in the order of a key: two columns, the key as text and
 *     the record as JSON text; its parameters are {@code :actor}, the pseudonym with its prefix,
 *     {@code :after}, the key of the record before or null, and {@code :most}
 */
record Section(String query) {
    /**
     * Records of a table.
     *
     * @param kind how lines name them
     * @param table where they are
     * @param mine the column that has the pseudonym
     * @param key what identifies a record among the person's: a column
     * @param type the key's
     * @param members what is told: SQL that gives names and values in turn
     */
    static Section of(
            String kind, String table, String mine, String key, String type, String members) {
        return new Section(
                """
                select cast(%4$s as text), cast(json_build_object('kind', '%1$s', %6$s) as text)
                from %2$s
                where %3$s = :actor
                    and (cast(:after as text) is null or %4$s > cast(:after as %5$s))
                order by %4$s limit :most
                """
                        .formatted(kind, table, mine, key, type, members));
    }

    /** SQL for a time column as RFC 3339 text. */
    static String time(String column) {
        return "to_char(%s at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                .formatted(column);
    }
}
