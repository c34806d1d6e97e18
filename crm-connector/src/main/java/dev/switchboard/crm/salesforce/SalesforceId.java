package dev.switchboard.crm.salesforce;

/** Record ids: 15 characters in the user interface and in formulas, 18 in the API, which we keep to. */
final class SalesforceId {
    private static final int SHORT = 15;
    private static final int BLOCK = 5;
    private static final String SUFFIXES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    private SalesforceId() {}

    static boolean isId(String text) {
        return text.matches("[a-zA-Z0-9]{15}([a-zA-Z0-9]{3})?");
    }

    /** The one with 18 characters: the last three tell which of the first are capitals. */
    static String full(String id) {
        if (id.length() != SHORT) {
            return id;
        }
        StringBuilder full = new StringBuilder(id);
        for (int start = 0; start < SHORT; start += BLOCK) {
            int capitals = 0;
            for (int place = 0; place < BLOCK; place++) {
                char letter = id.charAt(start + place);
                capitals |= letter >= 'A' && letter <= 'Z' ? 1 << place : 0;
            }
            full.append(SUFFIXES.charAt(capitals));
        }
        return full.toString();
    }
}
