package dev.switchboard.system;

import dev.switchboard.events.Answer;
import java.util.List;
import java.util.stream.Stream;

/**
 * In which order connectors worked on a conversation, as their answers tell it. What comes again after a rebalance or a crash
 * counts where it appeared first: whoever works on a record has seen everything before it settled.
 */
final class Order {
    static final List<String> OF_THE_HELPDESK = List.of("q1", "q2", "q3", "ticket");
    static final List<String> OF_THE_CRM = List.of("customer", "activity");

    private Order() {}

    /** What a conversation's answers were about, each once; those that are not in {@code looked for} are left out. */
    static List<String> in(List<Answer> answers, String conversation, List<String> lookedFor) {
        return answers.stream()
                .filter(answer -> answer.key().equals(conversation))
                .flatMap(Order::about)
                .filter(lookedFor::contains)
                .distinct()
                .toList();
    }

    private static Stream<String> about(Answer answer) {
        return switch (answer) {
            case Answer.CustomerIdentified ignored -> Stream.of("customer");
            case Answer.CustomerNamed ignored -> Stream.of("customer");
            case Answer.CustomerUnknown ignored -> Stream.of("customer");
            case Answer.ActivityLogged ignored -> Stream.of("activity");
            case Answer.OrdersFound found -> Stream.of(found.questionId());
            case Answer.ArticlesFound found -> Stream.of(found.questionId());
            case Answer.TicketFound found -> Stream.of(found.questionId());
            case Answer.NothingFound nothing -> Stream.of(nothing.questionId());
            case Answer.TicketOpened ignored -> Stream.of("ticket");
            // A ticket that failed comes later, from the retry topic.
            case Answer.Failed failed ->
                failed.asked().equals(Answer.Failed.TICKET) ? Stream.empty() : Stream.of(failed.asked());
        };
    }
}
