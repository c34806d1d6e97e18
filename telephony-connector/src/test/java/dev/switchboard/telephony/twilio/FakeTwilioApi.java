package dev.switchboard.telephony.twilio;

import jakarta.ws.rs.core.Form;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Answers what it is told to, and keeps the forms it was sent. A proxy, because Quarkus takes every class that implements an
 * interface with a path for an endpoint of our own.
 */
final class FakeTwilioApi implements InvocationHandler {
    final List<Form> forms = new ArrayList<>();
    final List<String> questions = new ArrayList<>();
    String accountStatus = "active";
    List<TwilioJson.Message> messages = List.of();
    List<TwilioJson.Call> calls = List.of();

    TwilioApi api() {
        return (TwilioApi)
                Proxy.newProxyInstance(TwilioApi.class.getClassLoader(), new Class<?>[] {TwilioApi.class}, this);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "account" -> new TwilioJson.Account(accountStatus);
            case "send" -> sent(arguments[1], new TwilioJson.Message("SM1", null, null));
            case "place" -> sent(arguments[1], new TwilioJson.Call("CA1", "queued", null));
            case "update" -> sent(arguments[2], new TwilioJson.Call("CA1", "in-progress", null));
            case "messages" -> asked(arguments[1] + " since " + arguments[2], new TwilioJson.Messages(messages));
            case "calls" ->
                asked(arguments[1] + " to " + arguments[2] + " since " + arguments[3], new TwilioJson.Calls(calls));
            default -> throw new UnsupportedOperationException(method.getName());
        };
    }

    /** The last form, a field a line, sorted by name. */
    String lastForm() {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(forms.getLast().asMap())
                .forEach((name, values) -> values.forEach(
                        value -> lines.append(name).append('=').append(value).append('\n')));
        return lines.toString();
    }

    private Object sent(Object form, Object answer) {
        forms.add((Form) form);
        return answer;
    }

    private Object asked(String question, Object answer) {
        questions.add(question);
        return answer;
    }
}
