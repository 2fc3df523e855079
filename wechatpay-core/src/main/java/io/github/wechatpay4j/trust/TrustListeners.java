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

package io.github.wechatpay4j.trust;

import java.util.Collection;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Several listeners, of which none disturbs the others.
 */
final class TrustListeners implements TrustListener {

	private static final Logger logger = LoggerFactory.getLogger(TrustListener.class);

	private final List<TrustListener> listeners;

	TrustListeners(List<TrustListener> listeners) {
		this.listeners = List.copyOf(listeners);
	}

	@Override
	public void verified(PlatformKey key) {
		for (TrustListener listener : this.listeners) {
			try {
				listener.verified(key);
			}
			catch (RuntimeException ex) {
				logger.warn("A listener failed on {}", key, ex);
			}
		}
	}

	@Override
	public void replaced(Collection<PlatformKey> before, Collection<PlatformKey> after) {
		for (TrustListener listener : this.listeners) {
			try {
				listener.replaced(before, after);
			}
			catch (RuntimeException ex) {
				logger.warn("A listener failed on new platform certificates", ex);
			}
		}
	}

}
