package galley.messaging;

import java.sql.SQLException;
import java.time.Duration;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.configuration.AgroalDataSourceConfiguration.DataSourceImplementation;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;

/**
 * Connections to the service's database outside its pool, so that a relay gets one even when
 * requests have taken them all, and keeps its session, with the locks and settings in it, to
 * itself.
 */
public final class OwnConnections {
    private static final int MOST = 4;

    private OwnConnections() {}

    /** A source of such connections, four at most; whoever asks for it closes it. */
    public static AgroalDataSource like(AgroalDataSource service) {
        AgroalConnectionFactoryConfiguration like =
                service.getConfiguration()
                        .connectionPoolConfiguration()
                        .connectionFactoryConfiguration();
        try {
            return AgroalDataSource.from(
                    new AgroalDataSourceConfigurationSupplier()
                            .dataSourceImplementation(DataSourceImplementation.AGROAL_POOLLESS)
                            .connectionPoolConfiguration(
                                    pool ->
                                            pool.maxSize(MOST)
                                                    .acquisitionTimeout(Duration.ofSeconds(5))
                                                    .connectionFactoryConfiguration(
                                                            () -> own(like))));
        } catch (SQLException e) {
            throw new MessagingException("The relay has no connections", e);
        }
    }

    private static AgroalConnectionFactoryConfiguration own(
            AgroalConnectionFactoryConfiguration like) {
        // Without a limit, a database that vanishes without a word would never be noticed.
        return new AgroalConnectionFactoryConfigurationSupplier(like)
                .jdbcProperty("connectTimeout", "5")
                .jdbcProperty("socketTimeout", "30")
                .jdbcProperty("tcpKeepAlive", "true")
                .get();
    }
}
