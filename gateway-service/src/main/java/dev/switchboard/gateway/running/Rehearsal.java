package dev.switchboard.gateway.running;

import jakarta.inject.Singleton;

/** A call that nobody makes. */
@Singleton
final class Rehearsal {
    void run() {}
}
