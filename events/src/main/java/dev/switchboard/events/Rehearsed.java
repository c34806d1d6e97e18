package dev.switchboard.events;

/**
 * Nothing happened: a service that starts sends itself round the way every call goes, so that the first caller does not pay for
 * classes to be loaded and connections to be opened. Who reads it does no work, and may say it again on {@link Topics#ANSWERS}.
 *
 * @param service who rehearses
 * @param turn counts from 1; each goes to a partition of its own choice
 */
@EventType("house.rehearsed.v1")
public record Rehearsed(String service, int turn) implements Event {
    @Override
    public String key() {
        return "rehearsal-" + service + "-" + turn;
    }

    @Override
    public String distinction() {
        return "";
    }
}
