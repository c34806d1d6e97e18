package dev.switchboard.system;

import dev.switchboard.testkit.house.Broker;

/** Which Kafka the system tests run on: a container where there is a Docker engine, the broker in this JVM where not. */
final class TestedKafka {
    private TestedKafka() {}

    static Broker start() {
        return KafkaContainerBroker.available() ? KafkaContainerBroker.start() : Broker.inThisJvm();
    }
}
