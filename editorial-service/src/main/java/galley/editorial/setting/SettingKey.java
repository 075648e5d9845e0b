package galley.editorial.setting;

/**
 * A setting that there is.
 *
 * @param name under which it is stored, which never changes
 * @param type the record that its document stands for
 * @param fresh what counts on a fresh install
 */
public record SettingKey<T>(String name, Class<T> type, T fresh) {}
