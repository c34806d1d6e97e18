/** A real Apache Kafka, broker and controller in one node, inside this JVM: for local runs and for tests. */
@NullMarked
package dev.switchboard.localkafka;

import org.jspecify.annotations.NullMarked;
