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

package io.github.wechatpay4j.kafka;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.listener.BackOffHandler;
import org.springframework.kafka.listener.DefaultBackOffHandler;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Waits by pausing the partition of the record that failed. Its order is kept, the others
 * go on, and the consumer polls meanwhile: a sleeping one would hold up the whole group
 * when a node comes or goes.
 */
final class PartitionPause implements BackOffHandler {

	private final BackOffHandler sleep = new DefaultBackOffHandler();

	@Override
	public void onNextBackOff(@Nullable MessageListenerContainer container, @Nullable Exception exception,
			long nextBackOff) {
		NotHandledException failure = NotHandledException.in(exception);
		if (container == null || failure == null) {
			this.sleep.onNextBackOff(container, exception, nextBackOff);
		}
		else {
			pause(container, failure.partition(), Duration.ofMillis(nextBackOff));
		}
	}

	static void pause(MessageListenerContainer container, TopicPartition partition, Duration time) {
		container.pausePartition(partition);
		CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
			.execute(() -> container.resumePartition(partition));
	}

}
