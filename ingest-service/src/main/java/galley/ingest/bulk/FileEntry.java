package galley.ingest.bulk;

/**
 * What a file holds of one article, as it stands there.
 *
 * @param bytes a line without its end, or an element; only its beginning if it isn't whole
 * @param number its number in the file, from 1: of the line, or of the item
 * @param end the position in the file after it, from where reading can go on
 * @param whole false if it is longer than may be kept, or the file breaks off in it
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes, never compared
record FileEntry(byte[] bytes, long number, long end, boolean whole) {}
