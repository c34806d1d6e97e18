package dev.switchboard.monitor;

import dev.switchboard.events.Topic;
import dev.switchboard.events.Topics;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes the topics it needs before anything reads them. Where it may not, or Kafka is away, it goes on: Kafka Streams waits for
 * its topics.
 */
@ApplicationScoped
class MissingTopics {
    private static final Logger LOG = Logger.getLogger(MissingTopics.class);
    private static final Set<String> NEEDED = Set.of(Topics.LOGS, Topics.PINGS, Topics.STATUS, Topics.ALERTS);
    private static final int PATIENCE_SECONDS = 5;

    private final String bootstrapServers;

    MissingTopics(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    void create(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE + 1) StartupEvent start)
            throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Set<String> present = admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            List<Topic> missing = Topics.all().stream()
                    .filter(topic -> NEEDED.contains(topic.name()) && !present.contains(topic.name()))
                    .toList();
            if (!missing.isEmpty()) {
                admin.createTopics(missing.stream().map(MissingTopics::topic).toList())
                        .all()
                        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                LOG.infof(
                        "Created the missing topics %s",
                        missing.stream().map(Topic::name).toList());
            }
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf(
                    "Waiting for Kafka at %s and the topics %s: they could not be looked up or created (%s)",
                    bootstrapServers, NEEDED, reason(e));
        }
    }

    private static NewTopic topic(Topic topic) {
        return new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty()).configs(topic.configs());
    }

    private static String reason(Exception e) {
        return e.getCause() == null ? "no answer" : e.getCause().getClass().getSimpleName();
    }
}
