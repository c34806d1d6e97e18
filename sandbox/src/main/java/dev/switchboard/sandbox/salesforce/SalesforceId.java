package dev.switchboard.sandbox.salesforce;

import java.util.Locale;
import java.util.regex.Pattern;

/** Ids of 15 characters, and of 18 with a checksum that survives systems without upper and lower case. */
final class SalesforceId {

    private static final Pattern SHAPE = Pattern.compile("[a-zA-Z0-9]{15}([a-zA-Z0-9]{3})?");
    private static final String SUFFIXES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    private SalesforceId() {}

    static String of(String prefix, long number) {
        String shortId = prefix + String.format(Locale.ROOT, "5f00000%05d", number);
        StringBuilder suffix = new StringBuilder();
        for (int block = 0; block < 3; block++) {
            int bits = 0;
            for (int i = 0; i < 5; i++) {
                bits |= Character.isUpperCase(shortId.charAt(block * 5 + i)) ? 1 << i : 0;
            }
            suffix.append(SUFFIXES.charAt(bits));
        }
        return shortId + suffix;
    }

    static boolean isId(String text) {
        return SHAPE.matcher(text).matches();
    }

    /** What two spellings of an id have in common. */
    static String key(String id) {
        return id.length() == 18 ? id.substring(0, 15) : id;
    }
}
