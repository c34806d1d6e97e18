package dev.switchboard.events;

import dev.switchboard.events.monitoring.MonitoringEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every CloudEvents type and its record, found from the sealed interfaces: nobody keeps a second list. */
public final class EventTypes {
    private static final Map<String, Class<? extends Event>> BY_NAME = index();

    private EventTypes() {}

    /** All types, in the order of declaration. */
    public static Map<String, Class<? extends Event>> all() {
        return Map.copyOf(BY_NAME);
    }

    public static boolean known(String type) {
        return BY_NAME.containsKey(type);
    }

    public static Optional<Class<? extends Event>> named(String type) {
        return Optional.ofNullable(BY_NAME.get(type));
    }

    /** The CloudEvents type of an event. */
    public static String of(Event event) {
        return nameOf(event.getClass());
    }

    private static String nameOf(Class<?> record) {
        EventType type = record.getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalArgumentException(record.getSimpleName() + " carries no @EventType, so it cannot travel");
        }
        return type.value();
    }

    private static Map<String, Class<? extends Event>> index() {
        Map<String, Class<? extends Event>> index = new LinkedHashMap<>();
        Stream.concat(
                        Stream.of(
                                        ConversationEvent.class,
                                        Answer.class,
                                        OutboundCommand.class,
                                        Change.class,
                                        Promise.class,
                                        MonitoringEvent.class)
                                .flatMap(topic -> Stream.of(topic.getPermittedSubclasses())),
                        Stream.of(WebhookReceived.class, PositionReached.class, Unreadable.class, Rehearsed.class))
                .filter(Event.class::isAssignableFrom)
                .forEach(record -> index.put(nameOf(record), record.asSubclass(Event.class)));
        return index;
    }
}
