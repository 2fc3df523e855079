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

package io.github.wechatpay4j.web.admission;

/**
 * Counts what happened within the last so many nanoseconds: exactly in the part that the
 * current interval covers, and in proportion in the rest of the one before. Two numbers,
 * whatever happens. Safe for use by many threads.
 */
final class SlidingWindow {

	private final long length;

	private long start;

	private long current;

	private long previous;

	SlidingWindow(long length, long now) {
		this.length = length;
		this.start = now;
	}

	synchronized void add(long now) {
		advance(now);
		this.current++;
	}

	synchronized double count(long now) {
		advance(now);
		double covered = (double) (now - this.start) / this.length;
		return this.current + this.previous * (1 - covered);
	}

	private void advance(long now) {
		long passed = (now - this.start) / this.length;
		if (passed > 0) {
			this.previous = (passed == 1) ? this.current : 0;
			this.current = 0;
			this.start += passed * this.length;
		}
	}

}
