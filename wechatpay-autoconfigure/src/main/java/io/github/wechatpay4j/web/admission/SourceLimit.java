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

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads no more from a source that has just sent too much that is not to be believed.
 * Only that counts: genuine notifications never do, however many arrive at once from the
 * few addresses that WeChat Pay has, and neither does what this limit itself refuses, so
 * that even during a flood as much as the limit is read.
 * <p>
 * A source that a genuine notification came from within the last day is not limited at
 * all. It is WeChat Pay itself, or a proxy that stands for everybody: refusing what comes
 * from there because of somebody else's forgeries would lose time for money that was
 * paid. What is left is the price of a forgery without any limit, the check of one
 * signature.
 * <p>
 * A genuine notification that is refused nevertheless comes again, as WeChat Pay repeats
 * what is answered with 429. Memory is bounded: ten thousand sources are counted at a
 * time. Each node counts for itself. Safe for use by many threads.
 */
public final class SourceLimit implements NotificationAdmission {

	private static final Logger logger = LoggerFactory.getLogger(SourceLimit.class);

	static final int MAX_SOURCES = 10_000;

	private static final Duration KNOWN_FOR = Duration.ofHours(24);

	private final int limit;

	private final long window;

	private final Ticker ticker;

	private final Optional<Refusal> refusal;

	private final Cache<NotificationSource, SlidingWindow> doubted;

	/** Whether it was told that a source stands for several. */
	private final Cache<NotificationSource, AtomicBoolean> believed;

	/**
	 * Creates a limit.
	 * @param limit how many notifications that are not believed a source may send within
	 * a window
	 * @param window the length of the window, which slides
	 */
	public SourceLimit(int limit, Duration window) {
		this(limit, window, Ticker.systemTicker());
	}

	/**
	 * Creates a limit that goes by a clock of its own.
	 * @param limit how many notifications that are not believed a source may send within
	 * a window
	 * @param window the length of the window, which slides
	 * @param ticker tells the time
	 */
	public SourceLimit(int limit, Duration window, Ticker ticker) {
		if (limit < 1 || window.isNegative() || window.isZero()) {
			throw new IllegalArgumentException("A limit counts at least one, within a positive time");
		}
		this.limit = limit;
		this.window = window.toNanos();
		this.ticker = Objects.requireNonNull(ticker, "ticker");
		this.refusal = Optional.of(new Refusal(Reason.TOO_MANY, "its source has sent more than " + limit
				+ " that were not believed within " + window + ", see wechatpay.notification.limit-per-source"));
		this.doubted = Caffeine.newBuilder()
			.ticker(ticker)
			.maximumSize(MAX_SOURCES)
			.expireAfterAccess(window.multipliedBy(2))
			.build();
		this.believed = Caffeine.newBuilder()
			.ticker(ticker)
			.maximumSize(MAX_SOURCES)
			.expireAfterWrite(KNOWN_FOR)
			.build();
	}

	@Override
	public Optional<Refusal> refuse(NotificationSource source) {
		NotificationSource network = source.network();
		SlidingWindow sent = this.doubted.getIfPresent(network);
		if (sent == null || sent.count(this.ticker.read()) < this.limit) {
			return Optional.empty();
		}
		AtomicBoolean told = this.believed.getIfPresent(network);
		if (told == null) {
			return this.refusal;
		}
		if (told.compareAndSet(false, true)) {
			logger.warn("Both genuine and many other notifications come from {}: probably a proxy that stands for"
					+ " everybody, so nothing from there is limited. To tell senders apart, set"
					+ " server.forward-headers-strategy", source);
		}
		return Optional.empty();
	}

	@Override
	public void learn(NotificationSource source, Belief belief) {
		NotificationSource network = source.network();
		if (belief == Belief.NOT_BELIEVED) {
			long now = this.ticker.read();
			this.doubted.get(network, (unseen) -> new SlidingWindow(this.window, now)).add(now);
		}
		else if (belief == Belief.BELIEVED) {
			this.believed.asMap().merge(network, new AtomicBoolean(), (known, unknown) -> known);
		}
	}

	/** How many sources are remembered, for those who watch the memory. */
	long sources() {
		this.doubted.cleanUp();
		return this.doubted.estimatedSize() + this.believed.estimatedSize();
	}

}
