package dev.switchboard.sandbox;

/** Answers one kind of request. Runs alone within its vendor, so a check and the write after it are one step. */
@FunctionalInterface
public interface Handler {

    Answer answer(Request request);
}
