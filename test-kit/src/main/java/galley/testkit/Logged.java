package galley.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Keeps what is logged below a category, with its fields, until it is closed. */
public final class Logged extends Handler implements AutoCloseable {
    private static final PatternFormatter MESSAGE = new PatternFormatter("%s");

    private final Logger logger;
    private final List<ExtLogRecord> records = new CopyOnWriteArrayList<>();

    /**
     * Begins to listen.
     *
     * @param category also those below it
     */
    public Logged(String category) {
        logger = Logger.getLogger(category);
        logger.addHandler(this);
    }

    /**
     * A field (MDC) of each line with this text, in their order; the text "null" where it is
     * missing.
     */
    public List<String> field(String name, String text) {
        return records.stream()
                .filter(record -> text(record).contains(text))
                .map(record -> String.valueOf(record.getMdc(name)))
                .toList();
    }

    /** The lines of a category at this level or above, in their order. */
    public List<String> lines(Level least) {
        return records.stream()
                .filter(record -> record.getLevel().intValue() >= least.intValue())
                .map(Logged::text)
                .toList();
    }

    @Override
    public void publish(LogRecord record) {
        var extended = ExtLogRecord.wrap(record);
        // the fields are the thread's own: whoever asks later would get those of another
        extended.copyMdc();
        records.add(extended);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }

    private static String text(ExtLogRecord record) {
        return MESSAGE.format(record);
    }
}
