package dev.switchboard.gateway;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Where the gateway starts. A start that fails ends with a sentence, not with a stack trace, when it is the operator's to mend. */
@QuarkusMain
public final class Gateway {
    private Gateway() {}

    public static void main(String... arguments) {
        Quarkus.run(null, Gateway::exit, arguments);
    }

    private static void exit(int code, @Nullable Throwable failure) {
        if (failure != null) {
            tell(failure);
        }
        System.exit(code);
    }

    private static void tell(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStartException) {
                System.err.println(cause.getMessage());
                return;
            }
            if (cause instanceof QuarkusBindException) {
                System.err.println("Port " + ConfigProvider.getConfig().getValue("quarkus.http.port", String.class)
                        + " is in use: stop the program that holds it, or set QUARKUS_HTTP_PORT.");
                return;
            }
        }
        failure.printStackTrace();
    }
}
