package galley.publish.purge;

import java.util.List;

/**
 * What a cache drops as an article changed.
 *
 * @param status what is to be had of the article now: {@code usable}, {@code withheld} or {@code
 *     canceled}
 * @param surrogateKeys every answer that has one of these keys
 * @param addresses for caches that know no keys: the absolute addresses at which the article is to
 *     be found, or ever was, and those of the lists in which it stands or stood
 */
public record Purge(String status, List<String> surrogateKeys, List<String> addresses) {}
