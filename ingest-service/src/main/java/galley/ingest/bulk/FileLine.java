package galley.ingest.bulk;

/**
 * A line of an NDJSON file.
 *
 * @param bytes without the line's end; only its beginning if it isn't whole
 * @param end the position in the file after the line and its end, from where reading can go on
 * @param whole false if the line is longer than may be kept
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes, never compared
record FileLine(byte[] bytes, long end, boolean whole) {}
