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

import reactor.core.publisher.Mono;

/**
 * One public key, for good.
 */
final class PublicKeyTrust implements Trust {

	private final PlatformKey key;

	private final Mono<PlatformKey> current;

	PublicKeyTrust(PlatformKey key) {
		this.key = key;
		this.current = Mono.just(key);
	}

	@Override
	public Mono<PlatformKey> find(String id) {
		return this.key.id().equals(id) ? this.current : Mono.empty();
	}

	@Override
	public Mono<PlatformKey> current() {
		return this.current;
	}

	@Override
	public Collection<PlatformKey> keys() {
		return List.of(this.key);
	}

}
