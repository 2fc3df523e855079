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

package io.github.wechatpay4j.crypto;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/**
 * Many threads that begin together.
 */
final class Storm {

	private Storm() {
	}

	static void of(int threads, int rounds, IntConsumer task) throws Exception {
		of(threads, rounds, task, () -> {
		});
	}

	/** Runs something else in this thread as soon as all others are under way. */
	static void of(int threads, int rounds, IntConsumer task, Runnable inBetween) throws Exception {
		CountDownLatch ready = new CountDownLatch(threads);
		ExecutorService executor = Executors.newFixedThreadPool(threads);
		try {
			List<Future<?>> results = new ArrayList<>();
			for (int thread = 0; thread < threads; thread++) {
				int number = thread;
				results.add(executor.submit(() -> {
					ready.countDown();
					ready.await();
					for (int round = 0; round < rounds; round++) {
						task.accept(number);
					}
					return null;
				}));
			}
			ready.await();
			inBetween.run();
			for (Future<?> result : results) {
				result.get();
			}
		}
		finally {
			executor.shutdownNow();
		}
	}

}
