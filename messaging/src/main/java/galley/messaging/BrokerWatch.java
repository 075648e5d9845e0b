package galley.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.jboss.logging.Logger;

/**
 * Looks now and then whether the broker answers and how far groups are behind. What counts is what
 * a group has committed, not what its consumers have fetched: events that wait behind one that
 * can't be applied just now are fetched long since, and a consumer that has ended fetches nothing.
 * Looking is for one thread, reading for any.
 */
final class BrokerWatch implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(BrokerWatch.class);
    private static final int PATIENCE_MILLIS = 2000;

    private final Map<String, Object> settings;
    private final List<Subscription> subscriptions;
    private final Map<Subscription, Long> lags = new ConcurrentHashMap<>();
    private final MeterRegistry registry;
    private final List<Gauge> gauges;
    private Admin admin;
    private volatile boolean answering;

    /**
     * @param kafka how to reach the broker
     * @param subscriptions whose lag is told, as the gauge {@code galley.inbox.lag}
     */
    BrokerWatch(
            Map<String, Object> kafka, List<Subscription> subscriptions, MeterRegistry registry) {
        this.settings = new HashMap<>(kafka);
        this.subscriptions = subscriptions;
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        this.registry = registry;
        this.gauges = subscriptions.stream().map(this::gauge).toList();
    }

    private Gauge gauge(Subscription of) {
        return Gauge.builder("galley.inbox.lag", () -> lags.get(of))
                .description("Events of a topic that a group has not dealt with")
                .tag("group", of.group())
                .tag("topic", of.topic())
                .register(registry);
    }

    /** Looks; what it can't find out is not known afterwards. */
    void look() {
        answering = false;
        try {
            if (admin == null) {
                admin = Admin.create(settings);
            }
            admin.describeCluster().nodes().get();
            answering = true;
            for (Subscription each : subscriptions) {
                lags.put(each, lag(each));
            }
        } catch (ExecutionException | KafkaException e) {
            LOG.debugf(e, "The broker tells nothing");
            lags.clear();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the broker answered the last time. */
    boolean isAnswering() {
        return answering;
    }

    /** Ends; a registry that outlives it shows nothing of it any more. */
    @Override
    public void close() {
        gauges.forEach(registry::remove);
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }

    private long lag(Subscription of) throws ExecutionException, InterruptedException {
        Collection<TopicPartition> partitions = partitions(of.topic());
        Map<TopicPartition, OffsetAndMetadata> committed =
                admin.listConsumerGroupOffsets(
                                Map.of(
                                        of.group(),
                                        new ListConsumerGroupOffsetsSpec()
                                                .topicPartitions(partitions)))
                        .partitionsToOffsetAndMetadata(of.group())
                        .get();
        Map<TopicPartition, Long> first = offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> end = offsets(partitions, OffsetSpec.latest());
        long lag = 0;
        for (TopicPartition each : partitions) {
            // a group that is new to a partition begins with the first record
            OffsetAndMetadata position = committed.get(each);
            long from = position == null ? 0 : position.offset();
            lag += Math.max(0, end.get(each) - Math.max(from, first.get(each)));
        }
        return lag;
    }

    private Collection<TopicPartition> partitions(String topic)
            throws ExecutionException, InterruptedException {
        return admin
                .describeTopics(List.of(topic))
                .topicNameValues()
                .get(topic)
                .get()
                .partitions()
                .stream()
                .map(TopicPartitionInfo::partition)
                .map(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> of, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        of.forEach(partition -> asked.put(partition, which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        admin.listOffsets(asked)
                .all()
                .get()
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }
}
