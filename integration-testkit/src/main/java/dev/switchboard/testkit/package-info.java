/** Contract suites per port, the sandbox and a real Kafka as test resources, checks against the vendors' specifications. */
@NullMarked
package dev.switchboard.testkit;

import org.jspecify.annotations.NullMarked;
