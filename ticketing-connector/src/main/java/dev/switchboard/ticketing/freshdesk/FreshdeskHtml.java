package dev.switchboard.ticketing.freshdesk;

/** Text as the HTML that descriptions and notes are. */
final class FreshdeskHtml {
    private FreshdeskHtml() {}

    static String of(String text) {
        String escaped = text.strip()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
        return "<div>" + escaped.replaceAll("\\R", "<br>") + "</div>";
    }
}
