package dev.switchboard.runtime.messaging;

import java.util.Collection;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** What becomes of the progress that a channel makes. */
interface Offsets {
    /** For a channel that every replica reads from the beginning, or from now on: nobody goes on where it was. */
    Offsets UNCOMMITTED = new Offsets() {
        @Override
        public void begin(Map<TopicPartition, Progress> held) {}

        @Override
        public void leave(Collection<TopicPartition> going) {}

        @Override
        public void end() {}
    };

    /** The channel begins; the map is filled and emptied as partitions come and go. */
    void begin(Map<TopicPartition, Progress> held);

    /** These partitions go to another replica; called on the consumer's thread, while it still has them. */
    void leave(Collection<TopicPartition> going);

    /** The channel ends; its consumer is still there. */
    void end();
}
