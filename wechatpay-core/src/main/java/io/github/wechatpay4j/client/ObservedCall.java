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

package io.github.wechatpay4j.client;

import java.net.URI;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.wechatpay4j.exchange.AttemptListener;
import io.github.wechatpay4j.observation.CallFacts;
import io.github.wechatpay4j.trust.PlatformKey;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * An observation under way, which ends once. Safe for use by many threads.
 */
final class ObservedCall implements AttemptListener {

	private final CallFacts facts;

	private final Observation observation;

	private final AtomicBoolean ended = new AtomicBoolean();

	ObservedCall(CallFacts facts, Observation observation) {
		this.facts = facts;
		this.observation = observation;
	}

	@Override
	public void sending(URI address) {
		this.facts.sending(address);
	}

	@Override
	public void answered(int status, HttpHeaders headers) {
		this.facts.answered(status, headers.getFirst("Request-ID"));
	}

	@Override
	public void verified(PlatformKey key) {
		this.facts.verified(key.kind().name().toLowerCase(Locale.ROOT));
	}

	void end(@Nullable Throwable failure) {
		if (this.ended.compareAndSet(false, true)) {
			if (failure != null) {
				this.observation.error(failure);
			}
			this.observation.stop();
		}
	}

	void cancel() {
		if (!this.ended.get()) {
			this.facts.cancelled();
			end(null);
		}
	}

}
