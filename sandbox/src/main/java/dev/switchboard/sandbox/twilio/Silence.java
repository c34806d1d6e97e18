package dev.switchboard.sandbox.twilio;

/** A second of silence as a WAV file: 8 kHz, 8 bit, mono. All of its bytes are below 128, so a text can hold it. */
final class Silence {

    private static final int SAMPLES = 8_000;
    private static final char MIDDLE = 0x7F;

    static final String WAV = "RIFF" + littleEndian(36 + SAMPLES, 4) + "WAVEfmt " + littleEndian(16, 4)
            + littleEndian(1, 2) + littleEndian(1, 2) + littleEndian(SAMPLES, 4) + littleEndian(SAMPLES, 4)
            + littleEndian(1, 2) + littleEndian(8, 2) + "data" + littleEndian(SAMPLES, 4)
            + String.valueOf(MIDDLE).repeat(SAMPLES);

    private Silence() {}

    private static String littleEndian(int value, int bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes; i++) {
            text.append((char) (value >> (8 * i) & 0xFF));
        }
        return text.toString();
    }
}
