package dev.switchboard.integration;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A phone number in E.164, e.g. {@code +14155550100}. */
public record PhoneNumber(String e164) {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{5,14}");

    public PhoneNumber {
        if (!E164.matcher(e164).matches()) {
            throw new IllegalArgumentException("A phone number is written in E.164: + and 6 to 15 digits");
        }
    }

    /**
     * Reads a number as people and systems write it; empty when it is none (withheld, {@code client:name}, a word).
     *
     * @param defaultRegion the ISO 3166 country a number without country code is read in, e.g. {@code US}
     */
    public static Optional<PhoneNumber> parse(String written, String defaultRegion) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            Phonenumber.PhoneNumber parsed = numbers.parse(written, defaultRegion);
            if (!numbers.isPossibleNumber(parsed)) {
                return Optional.empty();
            }
            String e164 = numbers.format(parsed, PhoneNumberFormat.E164);
            return E164.matcher(e164).matches() ? Optional.of(new PhoneNumber(e164)) : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    /** The digits without plus, e.g. {@code 14155550100}. */
    public String digits() {
        return e164.substring(1);
    }

    /** The national digits without country code, e.g. {@code 4155550100}. */
    public String nationalDigits() {
        return PhoneNumberUtil.getInstance().getNationalSignificantNumber(parsed());
    }

    /** The ISO 3166 country, e.g. {@code US}; empty for numbers of no country. */
    public Optional<String> region() {
        return Optional.ofNullable(PhoneNumberUtil.getInstance().getRegionCodeForNumber(parsed()));
    }

    /** The ways people really store the number, E.164 first. */
    public List<String> spellings() {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        Phonenumber.PhoneNumber parsed = parsed();
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(e164);
        spellings.add(numbers.format(parsed, PhoneNumberFormat.NATIONAL));
        spellings.add(numbers.format(parsed, PhoneNumberFormat.INTERNATIONAL));
        spellings.add(numbers.getNationalSignificantNumber(parsed));
        spellings.add(digits());
        return List.copyOf(spellings);
    }

    /** Whether {@code written}, as stored somewhere, is this number. */
    public boolean writtenAs(String written) {
        return written.equals(e164)
                || parse(written, region().orElse("ZZ")).map(this::equals).orElse(false);
    }

    private Phonenumber.PhoneNumber parsed() {
        try {
            return PhoneNumberUtil.getInstance().parse(e164, "ZZ");
        } catch (NumberParseException e) {
            throw new IllegalStateException("A number in E.164 can always be parsed", e);
        }
    }

    /** Masked: numbers are personal data and turn up in logs by accident. */
    @Override
    public String toString() {
        return "+…" + e164.substring(e164.length() - 2);
    }
}
