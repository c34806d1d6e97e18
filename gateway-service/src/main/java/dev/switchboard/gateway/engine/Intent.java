package dev.switchboard.gateway.engine;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a customer can want, and the words by which it is known. Where several fit, the one with more matching patterns wins, and
 * of equals the one that stands first.
 */
enum Intent {
    HUMAN(
            "Wishes to speak with a person",
            "\\b(speak|talk|chat|connect|transfer|put|get|reach|contact|call)\\w*\\b.{0,30}\\b(human|person|someone|somebody|agent|operator|representative|rep|advisor|assistant|colleague|manager|supervisor|staff|people)\\b",
            "\\b(real|live|actual|human|free)\\b.{0,10}\\b(human|person|agent|operator|being|assistant|representative)\\b",
            "^(a |an |the )?(human|agent|operator|representative|person)( please)?$",
            "\\b(want|need|like|give me|request)\\b.{0,20}\\b(human|person|agent|operator|representative|advisor|manager)\\b"),
    COMPLAINT(
            "Complaint",
            "\\bcomplain\\w*|\\bcomplaint\\w*|\\breclamation|\\b(file|lodge|make|submit)\\b.{0,12}\\bclaim\\b",
            "\\b(broken|damaged|defective|faulty|ruined|smashed|leaking|torn|cracked)\\b",
            "\\b(wrong|incorrect|missing)\\b.{0,15}\\b(item|product|size|colou?r|part|piece|article)",
            "\\b(unacceptable|disappointed|terrible|awful|horrible|disgusting|ridiculous|outrageous|fed up|worst|useless|unhappy|dissatisf\\w+|angry|furious)\\b",
            "\\b(does ?n.?t|doesnt|not|stopped) work(ing)?\\b"),
    CANCEL(
            "Wishes to cancel an order",
            "\\bcancel\\w*\\b(?!.{0,25}\\b(fee|fees|charge|charges|penalty|penalties|policy|cost|subscription|newsletter))",
            "\\b(don.?t|do not|no longer|not)\\b.{0,20}\\b(want|need|afford)\\b.{0,25}\\b(order|purchase|item|product|it)\\b",
            "\\bcall off\\b.{0,20}\\b(order|purchase)"),
    REFUND(
            "Wishes a refund",
            "\\b(refund|reimburse|reimbursement|compensation|restitution|rebate)\\w*\\b(?!.{0,12}\\b(policy|policies|rules?|conditions?))",
            "\\bmoney back\\b|\\bchargeback\\b"),
    CHANGE(
            "Wishes to change an order",
            "\\b(change|modify|edit|correct|update|swap|add|remove|delete|alter)\\w*\\b.{0,25}\\b(order|purchase|item|items|article|product)\\b",
            "\\b(change|modify|edit|correct|update|set up|new|another)\\w*\\b.{0,20}\\b(delivery|shipping|shipment)?\\s*address\\b"),
    TELL_ME(
            "Wishes to hear when it is solved",
            "\\b(let me know|tell me|text me|message me|write (to )?me|notify me|inform me|keep me (posted|updated|informed)|send me an? (text|message|sms|update))\\b.{0,20}\\b(when|once|as soon as|if)\\b.{0,30}\\b(solved|resolved|fixed|closed|settled|sorted|dealt with)\\b"),
    TICKET_STATUS(
            "Asks about a ticket",
            "\\b(my|the|a|status of|update on|open)\\b.{0,12}\\b(ticket|case|support request)\\b",
            "\\b(ticket|case)\\b.{0,10}#?\\d+"),
    ORDER_STATUS(
            "Asks where an order is",
            "\\bwhere.{0,12}\\b(order|package|parcel|delivery|purchase|item|stuff|shipment)",
            "\\b(track|trace|locate|follow)\\w*\\b.{0,20}\\b(order|package|parcel|delivery|purchase|shipment|item|it)?\\b",
            "\\b(status|state|progress|news|update|eta|whereabouts)\\b.{0,15}\\b(order|package|parcel|delivery|purchase|shipment)\\b",
            "\\b(order|package|parcel|delivery|purchase|shipment)\\b.{0,15}\\b(status|state|progress|eta|arriv\\w+|ship\\w*|deliver\\w*|late|come|coming|here yet)\\b",
            "\\bwhen\\b.{0,20}\\b(get|arrive|receive|come|deliver\\w*|ship\\w*)\\b.{0,20}\\b(order|package|parcel|purchase|item|it)?\\b"),
    HOW_TO(
            "Asks how something works",
            "\\b(how (do|can|could|to|should|would)|how is|how does|what (is|are) (the|your)|can you explain|what do i (have to|need to)|is it possible|do you (have|accept|offer|ship|deliver)|where (can|do) i|help me|need help|assist\\w*|show me|tell me)\\b",
            "\\b(return|exchange|policy|policies|fee|fees|charges?|penalt\\w+|payment (method|option)s?|pay|invoices?|bills?|password|pin|account|profile|register|registration|sign ?up|newsletter|subscri\\w+|warranty|opening hours|options?|shipping (methods?|options?|costs?)|review|feedback|opinion)\\b"),
    THANKS(
            "Says thanks",
            "\\b(thanks|thank you|thank u|thx|cheers|great|perfect|awesome|brilliant|wonderful|that helps)\\b"),
    GOODBYE(
            "Says goodbye",
            "\\b(bye|goodbye|good bye|see you|hang up|have a (good|nice|great))\\b",
            "\\b(that.?s (all|it|everything)|that is (all|it|everything)|nothing else|no more questions|i.?m done|all set)\\b",
            "^no,?( thanks| thank you|pe)?$"),
    GREETING("Greets", "^(hi|hello|hey|good (morning|afternoon|evening)|howdy|greetings)\\b.{0,20}$"),
    UNKNOWN("Could not be understood");

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // made by toList(), and a Pattern never changes
    private final List<Pattern> patterns;

    Intent(String title, String... patterns) {
        this.title = title;
        this.patterns = Stream.of(patterns).map(Pattern::compile).toList();
    }

    /** For people: what a ticket's subject starts with. */
    String title() {
        return title;
    }

    /** For machines, e.g. {@code order-status}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Intent named(String word) {
        return Stream.of(values())
                .filter(intent -> intent.word().equals(word))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** The intent of a sentence. */
    static Intent of(String text) {
        String plain = text.toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replaceAll("[.!?]+$", "")
                .strip();
        Intent best = UNKNOWN;
        int most = 0;
        for (Intent intent : values()) {
            int matches = intent.matches(plain);
            if (matches > most) {
                best = intent;
                most = matches;
            }
        }
        return best;
    }

    private int matches(String plain) {
        return (int) patterns.stream()
                .filter(pattern -> pattern.matcher(plain).find())
                .count();
    }
}
