package galley.localstack.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Callable;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.SimpleRecord;
import picocli.CommandLine.Command;

import galley.events.Topics;
import galley.localstack.ReachableStack;
import galley.localstack.TokenIssuer;

/**
 * Does once, on the running stack, what the commands do that have to be quick. The JVM notes down
 * the classes that takes, and later commands start with those at hand.
 */
@Command(name = "rehearse", hidden = true)
final class RehearseCommand implements Callable<Integer> {
    @Override
    public Integer call() throws IOException {
        ReachableStack stack = Project.current().running().require().reachable();
        stack.tokens().issue("writer", "nobody", TokenIssuer.LIFE);
        EventLines lines = new EventLines(OutputStream.nullOutputStream());
        lines.print(new ConsumerRecord<>("topic", 0, 0, new byte[0], new byte[] {'{', '}'}));
        // The topic may still be empty; these take the classes that reading events does.
        MemoryRecords.withRecords(Compression.NONE, new SimpleRecord(new byte[0]))
                .batches()
                .forEach(batch -> batch.forEach(event -> event.ensureValid()));
        try (TopicReader reader = new TopicReader(stack.kafka(), Topics.PUBLISHED)) {
            reader.toPresentEnd(lines::print);
            reader.next(lines::print);
        }
        return 0;
    }
}
