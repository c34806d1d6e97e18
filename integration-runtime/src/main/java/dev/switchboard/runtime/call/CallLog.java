package dev.switchboard.runtime.call;

import dev.switchboard.events.monitoring.CallLogged;

/** Where every call to a system is told. Never throws and never waits: a call does not fail because its record does. */
@FunctionalInterface
public interface CallLog {
    void told(CallLogged call);
}
