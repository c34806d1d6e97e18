package dev.switchboard.sandbox.freshdesk;

/** Bodies are HTML; beside each stands what is left of it as text, so that whatever was not escaped is lost. */
final class FreshdeskHtml {

    private FreshdeskHtml() {}

    static String text(String html) {
        return html.replaceAll("(?i)<br\\s*/?>|</(p|div|li|pre|h\\d)>", "\n")
                .replaceAll("</?[A-Za-z][^>]*>", "")
                .replace("&nbsp;", "\u00a0")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .strip();
    }
}
