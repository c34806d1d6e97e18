package dev.switchboard.gateway.engine;

/** Engines for tests of what uses them. */
public final class Engines {
    private Engines() {}

    public static ConversationEngine builtin() {
        return new BuiltinEngine();
    }
}
