package dev.switchboard.integration.port;

import java.net.URI;

/** A knowledge-base article; {@code text} is plain, without markup. */
public record KnowledgeArticle(String title, String text, URI url) {}
