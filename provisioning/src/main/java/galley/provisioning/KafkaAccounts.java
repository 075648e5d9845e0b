package galley.provisioning;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/** The accounts with which clients log in to the brokers (SASL/SCRAM-SHA-512, RFC 5802). */
final class KafkaAccounts {
    private static final ScramCredentialInfo SCRAM =
            new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096);

    private KafkaAccounts() {}

    /** Makes accounts, or gives those that exist these passwords. */
    static void set(Admin admin, Map<String, String> passwords)
            throws ExecutionException, InterruptedException {
        List<UserScramCredentialAlteration> changes =
                passwords.entrySet().stream()
                        .<UserScramCredentialAlteration>map(
                                account ->
                                        new UserScramCredentialUpsertion(
                                                account.getKey(), SCRAM, account.getValue()))
                        .toList();
        admin.alterUserScramCredentials(changes).all().get();
    }
}
