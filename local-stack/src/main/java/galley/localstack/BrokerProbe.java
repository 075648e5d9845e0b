package galley.localstack;

import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;

/** Asks a broker, again and again, whether it serves. */
public final class BrokerProbe implements AutoCloseable {
    private final Admin admin;

    /**
     * @param bootstrapServers of a broker that need not run yet
     */
    public BrokerProbe(String bootstrapServers) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("reconnect.backoff.max.ms", "200");
        admin = Admin.create(settings);
    }

    /** Whether it answers within a second. */
    public boolean answers() {
        try {
            return !admin.describeCluster().nodes().get(1, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
