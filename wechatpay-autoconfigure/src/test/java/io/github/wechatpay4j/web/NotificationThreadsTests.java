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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NotificationThreadsTests {

	private final NotificationThreads threads = new NotificationThreads(new CustomizableThreadFactory("t-"), 1,
			Duration.ofSeconds(20));

	@Test
	void workAgainAfterTheContextWasStoppedAndStarted() throws Exception {
		this.threads.start();
		this.threads.stop();
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> this.threads.run(() -> "no"));
		this.threads.start();
		assertThat(this.threads.isRunning()).isTrue();
		assertThat(this.threads.run(() -> "yes").get(20, TimeUnit.SECONDS)).isEqualTo("yes");
		this.threads.stop();
	}

	@Test
	void refuseMoreThanTheyMayDoAtATime() throws Exception {
		this.threads.start();
		CountDownLatch release = new CountDownLatch(1);
		var first = this.threads.run(() -> {
			try {
				return release.await(20, TimeUnit.SECONDS);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		});
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> this.threads.run(() -> "no"));
		release.countDown();
		this.threads.stop();
		assertThat(first).as("ended before it stopped").isCompletedWithValue(true);
	}

}
