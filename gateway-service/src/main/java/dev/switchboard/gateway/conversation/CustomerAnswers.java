package dev.switchboard.gateway.conversation;

import dev.switchboard.events.Answer;
import dev.switchboard.events.Answer.CustomerIdentified;
import dev.switchboard.events.Answer.CustomerNamed;
import dev.switchboard.events.Answer.CustomerUnknown;
import dev.switchboard.events.Answer.Failed;

/** Which answers settle who the customer is: a greeting needs their name, a reply what the CRM knows of them. */
final class CustomerAnswers {
    private CustomerAnswers() {}

    /** Whether the name is known now, or will not be. */
    static boolean named(Answer answer) {
        return answer instanceof CustomerNamed || identified(answer);
    }

    /** Whether all is told that the CRM has to tell. */
    static boolean identified(Answer answer) {
        return answer instanceof CustomerIdentified
                || answer instanceof CustomerUnknown
                || (answer instanceof Failed failed && failed.asked().equals(Failed.CUSTOMER));
    }
}
