package dev.switchboard.sandbox.intercom;

/** What becomes of the HTML that is sent: whatever was not escaped and is no tag Intercom allows is lost. */
final class IntercomHtml {

    private IntercomHtml() {}

    static String sanitised(String html) {
        String kept = html.replaceAll("(?is)<(script|style)\\b.*?</\\1\\s*>", "")
                .replaceAll(
                        "(?i)</?(?!(?:p|br|b|strong|i|em|a|ul|ol|li|h1|h2|pre|code|img|div)\\b)[A-Za-z!][^>]*>", "");
        return kept.startsWith("<") ? kept : "<p>" + kept + "</p>";
    }

    /** As it reads on the screen. */
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
