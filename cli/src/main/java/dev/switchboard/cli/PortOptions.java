package dev.switchboard.cli;

import dev.switchboard.cli.house.Ports;
import picocli.CommandLine.Option;

/** One option for each port; each also has an environment variable. */
final class PortOptions {
    @Option(
            names = "--port-gateway",
            paramLabel = "<port>",
            defaultValue = "${env:SWITCHBOARD_PORT_GATEWAY:-8080}",
            description = "Calls, messages and webhooks come in here (${DEFAULT-VALUE}).")
    int gateway;

    @Option(
            names = "--port-crm",
            paramLabel = "<port>",
            defaultValue = "${env:SWITCHBOARD_PORT_CRM:-8081}",
            description = "crm-connector (${DEFAULT-VALUE}).")
    int crm;

    @Option(
            names = "--port-ticketing",
            paramLabel = "<port>",
            defaultValue = "${env:SWITCHBOARD_PORT_TICKETING:-8082}",
            description = "ticketing-connector (${DEFAULT-VALUE}).")
    int ticketing;

    @Option(
            names = "--port-telephony",
            paramLabel = "<port>",
            defaultValue = "${env:SWITCHBOARD_PORT_TELEPHONY:-8083}",
            description = "telephony-connector (${DEFAULT-VALUE}).")
    int telephony;

    @Option(
            names = "--port-commerce",
            paramLabel = "<port>",
            defaultValue = "${env:SWITCHBOARD_PORT_COMMERCE:-8084}",
            description = "commerce-connector (${DEFAULT-VALUE}).")
    int commerce;

    @Option(
            names = "--port-monitor",
            paramLabel = "<port>",
            defaultValue = "${env:SWITCHBOARD_PORT_MONITOR:-8090}",
            description = "The dashboard (${DEFAULT-VALUE}).")
    int monitor;

    @Option(
            names = "--port-sandbox",
            paramLabel = "<port>",
            defaultValue = "${env:SWITCHBOARD_PORT_SANDBOX:-8099}",
            description = "The simulated vendors (${DEFAULT-VALUE}).")
    int sandbox;

    @Option(
            names = "--port-kafka",
            paramLabel = "<port>",
            defaultValue = "${env:SWITCHBOARD_PORT_KAFKA:-19092}",
            description = "Kafka (${DEFAULT-VALUE}).")
    int kafka;

    Ports ports() {
        return new Ports(gateway, crm, ticketing, telephony, commerce, monitor, sandbox, kafka);
    }
}
