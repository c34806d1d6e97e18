package dev.switchboard.sandbox.twilio;

/** Into how many parts a text is cut: one character outside GSM-7 makes the whole of it UCS-2. */
final class Segments {

    private static final String GSM_7 = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String TWO_SEPTETS = "^{}\\[~]|€\f";

    private Segments() {}

    static int count(String text) {
        boolean isGsm = text.chars().allMatch(c -> GSM_7.indexOf(c) >= 0 || TWO_SEPTETS.indexOf(c) >= 0);
        if (!isGsm) {
            return parts(text.length(), 70, 67);
        }
        long doubled = text.chars().filter(c -> TWO_SEPTETS.indexOf(c) >= 0).count();
        return parts(text.length() + (int) doubled, 160, 153);
    }

    private static int parts(int length, int single, int concatenated) {
        return length <= single ? 1 : Math.ceilDiv(length, concatenated);
    }
}
