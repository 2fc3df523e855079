/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.wechatpay4j.web;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.web.admission.NotificationSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

class RefusalLogTests {

	private static final NotificationSource SOURCE = NotificationSource.of("203.0.113.7");

	private final AtomicLong nanos = new AtomicLong();

	private final Logger logger = (Logger) LoggerFactory.getLogger(RefusalLogTests.class);

	private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

	private final RefusalLog log = new RefusalLog(this.logger, this.nanos::get);

	@BeforeEach
	void listen() {
		this.logger.setLevel(Level.INFO);
		this.logger.setAdditive(false);
		this.lines.start();
		this.logger.addAppender(this.lines);
	}

	@AfterEach
	void stop() {
		this.logger.detachAppender(this.lines);
		this.logger.setAdditive(true);
		this.logger.setLevel(null);
	}

	@Test
	void writesOneLineForEach() {
		reject(Reason.SIGNATURE, 3);
		assertThat(written()).hasSize(3)
			.containsOnly("WARN Notification for 'shop' from 203.0.113.7 refused with 401: found");
	}

	@Test
	void writesOfAProbeAsOfNothingBad() {
		reject(Reason.PROBE, 1);
		assertThat(written()).singleElement().asString().startsWith("INFO Notification for 'shop'");
	}

	@Test
	void leavesAFailedHandlerToWhoHasItsStackTrace() {
		reject(Reason.HANDLER_FAILED, 1);
		assertThat(written()).isEmpty();
	}

	@Test
	void boundsTheLinesOfAFloodAndTellsWhatIsLeftOut() {
		reject(Reason.SIGNATURE, 2000);
		assertThat(written()).hasSize(RefusalLog.LINES + 1)
			.last()
			.isEqualTo("WARN Notifications refused with 401 SIGNATURE are counted instead of logged for up to PT1M");
		reject(Reason.UNKNOWN_MERCHANT, 1);
		assertThat(written()).as("another kind in the same minute").hasSize(RefusalLog.LINES + 2);
		this.nanos.addAndGet(Duration.ofSeconds(61).toNanos());
		reject(Reason.TOO_LARGE, 1);
		reject(Reason.SIGNATURE, 1);
		assertThat(written()).hasSize(RefusalLog.LINES + 5)
			.endsWith("WARN 1900 more notifications were refused with 401 SIGNATURE",
					"WARN Notification for 'shop' from 203.0.113.7 refused with 413: found",
					"WARN Notification for 'shop' from 203.0.113.7 refused with 401: found");
	}

	@Test
	void neverLeavesOutAGenuineNotification() {
		reject(Reason.NO_HANDLER, 2000);
		assertThat(written()).hasSize(2000);
	}

	private void reject(Reason reason, int count) {
		for (int i = 0; i < count; i++) {
			this.log.rejected("shop", SOURCE, new NotificationRejectedException(reason, "found"));
		}
	}

	private List<String> written() {
		return this.lines.list.stream().map((line) -> line.getLevel() + " " + line.getFormattedMessage()).toList();
	}

}
